import * as z from "zod/mini";
import type { ProbesDto } from "@/lib/checks/probe-dto";
import type { AnswerFlaw, CheckDto, CheckTrigger, VerificationResult, Whose } from "@/lib/checks/verification-dto";
import { answer, count, flag, moment, type Same, say, text } from "./answer";

export const statusAnswer = say(
  z.enum(["VERIFIED", "FAILED", "UNVERIFIED"]),
  "The values' status. UNVERIFIED: the provider couldn't be asked, so nothing is known.",
);

export const outcomeAnswer = say(
  z.enum([
    "accepted",
    "accepted-with-warning",
    "refused",
    "incomplete",
    "unreadable",
    "rate-limited",
    "provider-error",
    "timed-out",
    "name-not-found",
    "private-address",
    "unreachable",
    "insecure-connection",
    "redirected",
    "unexpected-answer",
    "unpacked-too-large",
    "may-not-read",
    "forbidden",
    "tenant-not-found",
    "paused",
    "held-back",
    "budget-used",
    "host-not-allowed",
    "not-verifiable",
    "cancelled",
  ]),
  "What happened when we asked the provider. With unreadable, paused, held-back, budget-used, host-not-allowed and not-verifiable, we didn't ask.",
);

const flaws = ["html", "empty", "not-json", "wrong-shape", "cut-short", "too-large", "status"] as const;
true satisfies Same<(typeof flaws)[number], AnswerFlaw>;

const diagnosticAnswer = answer("Diagnostic", "Safe to copy into a ticket: no values, no text from the provider.", {
  checkId: text("Names the check in the server's log."),
  httpStatus: z.exactOptional(say(z.int(), "Status of the provider's answer, where there was one.")),
  code: z.exactOptional(text("The platform's code of what failed, for example ECONNREFUSED.")),
  flaw: z.exactOptional(say(z.enum(flaws), "How the answer differed from the provider's.")),
  durationMs: say(z.number(), "Milliseconds from the start of the check to its end, waiting included."),
  tries: count("How often the provider was asked: 0, 1 or 2."),
  checkedAt: moment("When it ended."),
});

export const whoseAnswer = answer("Whose", "Whose values they are, as the provider said when it accepted them.", {
  of: say(z.enum(["person", "tenant"]), "Whether text names a person or an account."),
  text: text("The provider's own words, at most 80 characters."),
});
true satisfies Same<z.infer<typeof whoseAnswer>, Whose>;

export const checkAnswer = answer("Check", "The outcome of asking the provider, in Latchkey's words.", {
  status: statusAnswer,
  outcome: outcomeAnswer,
  message: text("One sentence: what happened."),
  causes: say(z.array(z.string()), "What usually causes it, most likely first."),
  nextStep: text("What to do now; empty if there's nothing to do."),
  fields: say(z.array(z.string()), "Ids of the fields it's about; empty if none."),
  retryable: flag("Whether asking again with the same values can get another result."),
  retryAfterSeconds: z.exactOptional(count("Seconds to wait before asking again, if known.")),
  whose: z.exactOptional(whoseAnswer),
  receipt: z.exactOptional(
    text("Proves for a minute that exactly these values were accepted, so the act that follows doesn't ask again."),
  ),
  diagnostic: diagnosticAnswer,
});
true satisfies Same<z.infer<typeof checkAnswer>, VerificationResult>;

const probeAnswer = answer("Probe", "Whether stored values may read something.", {
  id: text("Names it among those of the connector."),
  reads: text("What was to be read, for example contacts."),
  result: say(z.enum(["may-read", "may-not-read", "unclear"]), "What the provider's answer means."),
  outcome: outcomeAnswer,
  message: text("One sentence: what was found."),
});
export const probesAnswer = answer("Probes", "What stored values may read, as far as the connector asks.", {
  probes: say(z.array(probeAnswer), "In the connector's order; empty where there is nothing to ask."),
});
true satisfies Same<z.infer<typeof probesAnswer>, ProbesDto>;

const triggers = ["save", "replace", "member", "data-source", "rollback", "move", "schedule"] as const;
true satisfies Same<(typeof triggers)[number], CheckTrigger>;

export const pastCheckAnswer = answer("PastCheck", "A past check of a stored credential.", {
  at: moment("When it was."),
  status: statusAnswer,
  outcome: outcomeAnswer,
  label: text("The outcome in a word or two, for example Accepted."),
  durationMs: say(z.number(), "How long it took, in milliseconds."),
  trigger: say(z.enum(triggers), "What led to it."),
  by: z.exactOptional(text("Who started it; absent for the schedule.")),
});
true satisfies Same<z.infer<typeof pastCheckAnswer>, CheckDto>;
