import type { Proven } from "@/lib/connectors/proven";
import { dayInWords } from "@/lib/platform/moment-words-dto";

/** Whether somebody has seen more of a connector than its provider's documents. */
export const isTried = ({ refusal, acceptance }: Proven): boolean => Boolean(refusal || acceptance);

/** Said once of all that nobody has tried. */
export const UNTRIED =
  "Unless a tile says otherwise, its type is written from its provider's documents and nobody has tried it with a real account yet. Where we don't understand an answer, we say so instead of guessing.";

/** How far a connector was seen to work; empty where it was not tried. What was not seen is not said. */
export function proofWords({ refusal, acceptance }: Proven): string {
  if (acceptance) return `Checked with a real account on ${dayInWords(acceptance)}.`;
  if (refusal) return `Refusal seen on ${dayInWords(refusal)}.`;
  return "";
}
