import { isMemberRole } from "@/lib/auth/role-dto";
import { outcomeTable } from "@/lib/checks/outcome-words";
import type { VerificationOutcome } from "@/lib/checks/verification-dto";

/** How an event's sentence ends, behind its subject; another verb where what happened is not what was meant. */
export type SentenceEnd = { end: string; words?: string };

const spaced = (code: string) => code.replaceAll(/[-.]/g, " ");
const isOutcome = (result: string): result is VerificationOutcome => Object.hasOwn(outcomeTable, result);

/** What a check came to, in the middle of a sentence. */
function outcomeWords(outcome: VerificationOutcome): string {
  if (outcome === "refused") return "not accepted";
  const { label } = outcomeTable[outcome];
  return `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
}

/** Of values that were stored: what was known of them then. */
function storedEnd(result: string): SentenceEnd {
  if (result === "accepted") return { end: " (verified)" };
  if (result === "accepted-with-warning") return { end: " (verified, with a warning)" };
  return { end: isOutcome(result) ? ` (not verified: ${outcomeWords(result)})` : " (not verified)" };
}

/** Of a check: whoever got no answer verified nothing. */
function checkedEnd(result: string): SentenceEnd {
  if (result === "accepted") return { end: "" };
  if (result === "accepted-with-warning") return { end: " (with a warning)" };
  if (!isOutcome(result)) return { end: `: ${spaced(result)}` };
  const isAnswered = outcomeTable[result].status === "FAILED";
  return { end: `: ${outcomeWords(result)}`, ...(isAnswered ? {} : { words: "couldn't verify" }) };
}

function roleEnd(role: string, before: string, words?: string): SentenceEnd {
  if (!isMemberRole(role)) return { end: `: ${spaced(role)}` };
  return { end: ` ${before} ${role}`, ...(words ? { words } : {}) };
}

const ends: Record<string, (result: string) => SentenceEnd> = {
  "credential.created": storedEnd,
  "credential.replaced": storedEnd,
  "credential.rolled-back": storedEnd,
  "credential.verified": checkedEnd,
  "member.invited": (role) => roleEnd(role, "as"),
  "member.joined": (role) => roleEnd(role, "as", "joined"),
  "member.role-changed": (role) => roleEnd(role, "to"),
};

/** What is said of a result wherever it comes up. */
const results: Record<string, string> = {
  passkey: " with a passkey",
  "single-sign-on": " with single sign-on",
  denied: ": not allowed for them",
  "code-refused": ": wrong code",
  "does-not-hold": ": not intact",
  "source-not-granted": ": not one of its data sources",
  "owns-installation": ": they own the installation",
  "last-owner": ": the last owner",
  "in-address": ": it was sent in an address",
};

/** Code and export keep the result as it is: this is for people. */
export function sentenceEnd(action: string, result: string): SentenceEnd {
  const own = ends[action];
  if (result === "ok") return { end: "" };
  if (own) return own(result);
  // A sign-in that is refused is no check.
  if (action !== "session.refused" && isOutcome(result)) return { end: `: ${outcomeWords(result)}` };
  return { end: results[result] ?? `: ${spaced(result)}` };
}
