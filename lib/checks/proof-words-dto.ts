import type { Proven } from "@/lib/connectors/proven";
import { dayInWords } from "@/lib/platform/moment-words-dto";

/** How far a connector was seen to work. What was not seen is not said. */
export function proofWords(name: string, { refusal, acceptance }: Proven): string {
  if (acceptance) return `Checked with a real account on ${dayInWords(acceptance)}.`;
  if (refusal) return `Refusal seen on ${dayInWords(refusal)}.`;
  return `Written from ${name}'s documents, not yet tried.`;
}
