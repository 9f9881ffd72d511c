import * as z from "zod/mini";
import type { NoticeDto, NoticeKind } from "@/lib/notices/notice-dto";
import { answer, flag, moment, type Same, say, text } from "./answer";

const kinds = [
  "credential.failed",
  "credential.unreadable",
  "credential.recovered",
  "credential.rotate-soon",
  "credential.rotate-overdue",
  "workspace.second-factor-required",
  "access.requested",
  "notice.test",
] as const;
true satisfies Same<(typeof kinds)[number], NoticeKind>;

const linkAnswer = answer("NoticeLink", "Where you can do something about it.", {
  href: text("Path of a page.", { format: "uri-reference" }),
  label: text("What the link says."),
});

export const noticeAnswer = answer("Notice", "A notice to the workspace, and what has happened since.", {
  id: text("Its id."),
  at: moment("When it was sent."),
  kind: say(z.enum(kinds), "What it is about."),
  credentialName: z.exactOptional(
    text("Begins the sentence that headline goes on with; absent where it is about none."),
  ),
  personName: z.exactOptional(text("The same of a request for access: who asks. Only owners and admins get those.")),
  headline: text("What happened, in a few words."),
  message: text("The same in a sentence or two."),
  link: z.exactOptional(linkAnswer),
  unread: flag("Whether you have not seen it yet."),
});
true satisfies Same<z.infer<typeof noticeAnswer>, NoticeDto>;
