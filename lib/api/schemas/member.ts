import * as z from "zod/mini";
import { ACCESS_WANTS, type AccessRequestDto } from "@/lib/auth/access-dto";
import type { SignInStep } from "@/lib/auth/auth-dto";
import { MEMBER_ROLES } from "@/lib/auth/role-dto";
import type { InvitationDto, InvitationLinkDto, MemberDto } from "@/lib/members/member-dto";
import { answer, count, flag, moment, type Same, say, text } from "./answer";

export const roleAnswer = say(z.enum(MEMBER_ROLES), "What someone may do in a workspace, from the most to the least.");

export const memberAnswer = answer("Member", "Someone in the workspace.", {
  userId: text("Their id."),
  name: text("What they call themselves."),
  email: text("The address that they sign in with.", { format: "email" }),
  role: roleAnswer,
  joinedAt: moment("Since when they are in the workspace."),
  isYou: flag("Whether it is who asks, or who created the token that asks."),
  owns: count("Number of credentials that they own here."),
  lastSeenOn: z.exactOptional(
    say(z.nullable(z.string()), "The last day (UTC) they were here; null: not yet. Only owners and admins get it.", {
      format: "date",
    }),
  ),
  secondFactor: z.exactOptional(
    say(
      z.enum(["on", "off", "elsewhere"]),
      "Whether signing in takes more than a password. elsewhere: they have no password here. Only owners and admins get it.",
    ),
  ),
});
true satisfies Same<z.infer<typeof memberAnswer>, MemberDto>;

export const invitationAnswer = answer("Invitation", "An invitation that waits.", {
  id: text("Its id."),
  email: text("Who is invited.", { format: "email" }),
  role: roleAnswer,
  invitedByName: text("Who invited them."),
  createdAt: moment("When it was created."),
  expiresAt: moment("Until then it can be accepted."),
});
true satisfies Same<z.infer<typeof invitationAnswer>, InvitationDto>;

export const invitationLinkAnswer = answer("InvitationLink", "An invitation, and its link: shown this once.", {
  invitation: invitationAnswer,
  link: z.exactOptional(
    text("Whoever opens it can accept the invitation. Not in the answer to a repeated request.", { format: "uri" }),
  ),
  mail: say(
    z.enum(["sent", "failed", "none"]),
    "Whether it was mailed. none: nobody asked for it, or the operator set up no mail server.",
  ),
});
true satisfies Same<Required<z.infer<typeof invitationLinkAnswer>>, InvitationLinkDto>;

const steps = ["signed-in", "second-factor"] as const;
true satisfies Same<(typeof steps)[number], SignInStep>;

export const joinedAnswer = answer("Joined", "What accepting an invitation came to.", {
  workspaceId: text("The workspace that they joined."),
  step: say(z.enum(steps), "Whether they are signed in, or asked for the code of their second factor."),
});

export const accessRequestAnswer = answer("AccessRequest", "A request for access that waits.", {
  id: text("Its id."),
  userId: text("Who asks."),
  personName: text("Their name."),
  wants: say(z.enum(ACCESS_WANTS), "What they ask for."),
  role: say(z.enum(MEMBER_ROLES), "The least role that has it."),
  note: text("What they wrote; may be empty."),
  createdAt: moment("When they asked."),
});
true satisfies Same<z.infer<typeof accessRequestAnswer>, AccessRequestDto>;

export const endedSessionsAnswer = answer("EndedSessions", "What signing someone out came to.", {
  ended: count("How many sessions ended."),
});

export const ownerAnswer = answer("FirstOwner", "Who owns the installation now.", {
  email: text("The address to sign in with.", { format: "email" }),
});
