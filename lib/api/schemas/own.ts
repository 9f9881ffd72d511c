import * as z from "zod/mini";
import type { OwnDto } from "@/lib/auth/own-dto";
import { answer, named, type Same, say, text } from "./answer";
import { roleAnswer } from "./member";

export const ownAnswer = answer("Own", "Who a request is by.", {
  kind: say(z.enum(["member", "token"]), "A person with a session, or a program with a token."),
  name: text("The person's name, or the token's."),
  workspace: named,
  role: roleAnswer,
  scopes: z.exactOptional(say(z.array(z.string()), "For a token: the operations it can do.")),
  sources: z.exactOptional(
    say(
      z.union([z.literal("every"), z.array(z.string())]),
      "Of a token: the ids of the data sources that it is for, or every.",
    ),
  ),
});
true satisfies Same<z.infer<typeof ownAnswer>, OwnDto>;
