import { expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import type { Judgement } from "./judge-answer";
import { outcomeTable } from "./outcome-words";
import type { AnswerFlaw, VerificationOutcome } from "./verification-dto";

/** One judgement of each outcome, with the figures that its sentence can have. */
const samples: Record<VerificationOutcome, Omit<Judgement, "outcome">> = {
  accepted: {},
  "accepted-with-warning": {},
  refused: {},
  incomplete: {},
  unreadable: {},
  "rate-limited": { retryAfterSeconds: 7 },
  "provider-error": { httpStatus: 503 },
  "timed-out": {},
  "name-not-found": {},
  "private-address": {},
  unreachable: {},
  "insecure-connection": { code: "CERT_HAS_EXPIRED" },
  redirected: {},
  "unexpected-answer": {},
  "unpacked-too-large": {},
  paused: { retryAfterSeconds: 28 },
  "held-back": { retryAfterSeconds: 28 },
  "budget-used": {},
  cancelled: {},
};
const flaws: Record<AnswerFlaw, string> = {
  html: "a web page, for example a sign-in page",
  empty: "nothing in the body",
  "not-json": "a text that is no JSON",
  "wrong-shape": "JSON without the list that belongs there",
  "cut-short": "an answer that stops in the middle or does not unpack",
  "too-large": "more than the provider ever sends",
  status: "a status that the provider does not use",
};

const wordsOf = (judgement: Judgement) => outcomeTable[judgement.outcome].words(clariCopilot, judgement);
const row = (cells: string[]) => `| ${cells.join(" | ")} |`;

function outcomeRow([outcome, sample]: [string, Omit<Judgement, "outcome">]): string {
  const judgement = { ...sample, outcome: outcome as VerificationOutcome };
  const { status, label, retryable } = outcomeTable[judgement.outcome];
  const { message, causes, nextStep } = wordsOf(judgement);
  return row([`\`${outcome}\`<br>${label}`, status, message, causes.join("<br>"), nextStep, retryable ? "yes" : "no"]);
}

const flawRow = ([flaw, when]: [string, string]) =>
  row([
    `\`${flaw}\``,
    when,
    wordsOf({ outcome: "unexpected-answer", flaw: flaw as AnswerFlaw, httpStatus: 418 }).message,
  ]);

const page = `# What a verification says

<!-- Made from lib/checks/outcome-words.ts: npx vitest run --config lib/vitest.config.ts lib/checks/verification-doc.test.ts -u -->

When somebody tests, saves, replaces or verifies a credential, Latchkey asks the provider once, and a second time only where that can help. Whatever comes of it is one of the outcomes below, in Latchkey's own words: text of the provider is never shown, logged or stored. The sentences are those for Clari Copilot; other connectors say their own name, "key" for "pair", and their own causes.

- **VERIFIED** means that the provider answered as it does to a pair that it accepts.
- **FAILED** means that the provider looked at the values and did not accept them, or that stored ones do not open. Refused values are not saved. A stored credential that the schedule finds refused is asked about again within minutes before it needs attention; where a person asked, it does at once.
- **UNVERIFIED** means that nothing was learnt. New values can be saved without verifying; a stored credential keeps the status that it had.

"Retry" is whether the same values can come to something else when they are asked about again: then there is a *Try again*, which waits where the provider, or Latchkey, says for how long.

${row(["outcome", "status", "sentence", "likely causes", "next step", "retry"])}
${row(Array(6).fill("---"))}
${Object.entries(samples).map(outcomeRow).join("\n")}

## An unexpected answer

The sentence of \`unexpected-answer\` goes on with what was wrong with it:

${row(["flaw", "when", "sentence"])}
${row(Array(3).fill("---"))}
${Object.entries(flaws).map(flawRow).join("\n")}

## Copy diagnostic

The button beside an answer copies connector, outcome, status and code of the answer, its flaw, how long it took, how often the provider was asked, the time, and the id of the check, which names its line in the server's log (\`"provider asked"\`, \`checkId\`). No value is in it.
`;

it("docs/verification.md has every sentence as it is", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/verification.md");
});
