import * as z from "zod/mini";
import { TOKEN_SCOPES, type TokenDto, type TokenShownOnceDto, type TokenValueDto } from "@/lib/auth/tokens/token-dto";
import { answer, count, flag, moment, named, type Same, say, text } from "./answer";

const tokenValueAnswer = answer("TokenValue", "A value of a token, by its last four characters.", {
  hint: text("Its last four characters."),
  createdAt: moment("When it was created."),
  endsAt: z.exactOptional(moment("Set by a rotation: it is refused from then on.")),
  usedAt: z.exactOptional(moment("When it was used last; written down at most once a minute.")),
  usedFrom: z.exactOptional(text("The address that it was used from.")),
});
true satisfies Same<z.infer<typeof tokenValueAnswer>, TokenValueDto>;

const listedSourcesAnswer = answer("ListedSources", "The data sources that a token is for.", {
  listed: say(z.array(named), "Those that are there."),
  gone: count("How many of its data sources no longer exist."),
});

export const tokenAnswer = answer("Token", "A token that nobody revoked, without its value.", {
  id: text("Its id."),
  name: text("Its name."),
  isYours: flag("Whether you created it, or who created the token that asks."),
  makerName: text("Who created it: it can never do more than they can."),
  scopes: say(z.array(z.enum(TOKEN_SCOPES)), "The operations it can do."),
  sources: say(z.union([z.literal("every"), listedSourcesAnswer]), "The data sources it's for."),
  createdAt: moment("When it was created."),
  expiresAt: z.exactOptional(moment("When it expires; absent: never.")),
  isExpired: flag("Whether it has expired."),
  values: say(z.array(tokenValueAnswer), "Those that still work, the newest first: two during a rotation."),
});
true satisfies Same<z.infer<typeof tokenAnswer>, TokenDto>;

export const tokenShownOnceAnswer = answer("TokenShownOnce", "A token and its value, which no other answer has.", {
  id: text("Its id."),
  name: text("Its name."),
  value: z.exactOptional(
    text("Goes into the header Authorization, behind Bearer. Not in the answer to a repeated request."),
  ),
});
true satisfies Same<Required<z.infer<typeof tokenShownOnceAnswer>>, TokenShownOnceDto>;
