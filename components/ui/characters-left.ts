import { counted } from "@/lib/platform/counted-dto";
import { countGraphemes } from "@/lib/platform/graphemes-dto";

/** From this part of the limit on it is worth saying. */
const NEAR = 0.8;

/** How much room a text has left, or how far it is over; undefined while that is far away. */
export function charactersLeft(text: string | undefined, max: number): string | undefined {
  // No text has more characters than units: most need no counting.
  const typed = text?.trim() ?? "";
  if (typed.length < NEAR * max) return undefined;
  const left = max - countGraphemes(typed);
  if (max - left < NEAR * max) return undefined;
  return left < 0 ? `${counted(-left, "character")} too many.` : `${counted(left, "character")} left.`;
}
