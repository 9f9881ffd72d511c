import { expect, it } from "vitest";
import { postgresql } from "@/lib/connectors/catalogue/postgresql";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { databaseWords } from "./database-words";
import type { Judgement } from "./judge-answer";
import { outcomeTable } from "./outcome-words";
import type { AnswerFlaw, VerificationOutcome } from "./verification-dto";

/** One judgement of each outcome, with the figures that its sentence can have. */
const samples: Record<VerificationOutcome, Omit<Judgement, "outcome">> = {
  accepted: {},
  "accepted-with-warning": {},
  "may-not-read": {},
  refused: {},
  forbidden: {},
  "tenant-not-found": {},
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
  "host-not-allowed": {},
  "not-verifiable": {},
  cancelled: {},
};
const flaws: Record<AnswerFlaw, string> = {
  html: "a web page, for example a sign-in page",
  empty: "nothing in the body",
  "not-json": "text that isn't JSON",
  "wrong-shape": "JSON without the expected list",
  "cut-short": "an answer that ends early or can't be unpacked",
  "too-large": "more than the provider ever sends",
  status: "a status the provider doesn't use",
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

/** What a database comes to; the rest is said as of any other, or cannot happen there. */
const ofDatabase: Judgement[] = [
  { outcome: "accepted", identity: { of: "tenant", text: "reader@shop, PostgreSQL 18" } },
  { outcome: "may-not-read" },
  { outcome: "may-not-read", cause: "empty" },
  { outcome: "accepted-with-warning" },
  { outcome: "refused", code: "28P01" },
  { outcome: "refused", code: "28000", cause: "not-from-here" },
  { outcome: "refused", code: "42501", cause: "no-connect" },
  { outcome: "forbidden", code: "XX000" },
  { outcome: "forbidden", code: "OTHER_SIGN_IN" },
  { outcome: "tenant-not-found", code: "3D000" },
  { outcome: "rate-limited", code: "53300" },
  { outcome: "provider-error", code: "57P03" },
  { outcome: "timed-out" },
  { outcome: "name-not-found" },
  { outcome: "host-not-allowed" },
  { outcome: "private-address" },
  { outcome: "unreachable" },
  { outcome: "insecure-connection", code: "NO_TLS" },
  { outcome: "insecure-connection", code: "ERR_TLS_CERT_ALTNAME_INVALID" },
  { outcome: "unexpected-answer", code: "NOT_ASKED" },
  { outcome: "unexpected-answer", code: "NOT_SPOKEN" },
  { outcome: "unexpected-answer", flaw: "cut-short" },
  { outcome: "unexpected-answer", flaw: "too-large" },
  { outcome: "budget-used", retryAfterSeconds: 2 },
];

function databaseRow(judgement: Judgement): string {
  const { message, causes, nextStep } = databaseWords[judgement.outcome](postgresql, judgement);
  const { status } = outcomeTable[judgement.outcome];
  return row([`\`${judgement.outcome}\`<br>${judgement.code ?? ""}`, status, message, causes.join("<br>"), nextStep]);
}

const page = `# What a verification says

<!-- Made from lib/checks/outcome-words.ts: npx vitest run --config lib/vitest.config.ts lib/checks/verification-doc.test.ts -u -->

When you test, save, replace or verify a credential, Latchkey asks the provider once, and a second time only where that can help. The result is one of the outcomes below, in Latchkey's own words. Of the provider's text it shows only whose values were accepted (an account or a person, at most 80 characters), to who verified them; it stores and logs none. The sentences here are Clari Copilot's; other connectors use their own name, "key" for "pair", and their own causes.

- **VERIFIED**: the provider answered as it does to a pair it accepts.
- **FAILED**: the provider looked at the values and didn't accept them, or stored values can't be decrypted. Refused values aren't saved. When the schedule finds a stored credential refused, it asks again within minutes before the credential needs attention; when a person asked, it needs attention at once.
- **UNVERIFIED**: we learned nothing. You can save new values without verifying; a stored credential keeps its status.

"Retry" says whether the same values can get another result when you ask again. If so, there is a *Try again* button, which waits as long as the provider or Latchkey asks.

${row(["outcome", "status", "sentence", "likely causes", "next step", "retry"])}
${row(Array(6).fill("---"))}
${Object.entries(samples).map(outcomeRow).join("\n")}

## An unexpected answer

The sentence of \`unexpected-answer\` depends on what came:

${row(["flaw", "when", "sentence"])}
${row(Array(3).fill("---"))}
${Object.entries(flaws).map(flawRow).join("\n")}

## Databases

What a database's server refuses with is known by the code of PostgreSQL alone; nothing of its words is read.

${row(["outcome", "status", "sentence", "likely causes", "next step"])}
${row(Array(5).fill("---"))}
${ofDatabase.map(databaseRow).join("\n")}

## Copy diagnostic

The button beside a result copies the connector, outcome, HTTP status and error code, the flaw, the duration, how often the provider was asked, the time, and the check's id, which finds its line in the server's log (\`"provider asked"\`, \`checkId\`). It contains no values.
`;

it("docs/verification.md has every sentence as it is", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/verification.md");
});
