import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/auth/auth-dto";
import { passwordText } from "@/lib/platform/text-schema";

// Needs nothing of the server: the browser measures with the same.

/** `abcabcabcabc` is `abc`: what a text repeats, where it is nothing but a repetition. */
function unitOf(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return text.slice(0, length);
}

const LETTER = /^\p{L}/u;

/**
 * A text without the figures and signs around it. Counted inwards, one character at a time: a pattern for the end of a
 * text is tried at each of its places, which takes a second of the server for a password that is made for it.
 */
function coreOf(text: string): string {
  const characters = [...text];
  let [from, to] = [0, characters.length];
  while (from < to && !LETTER.test(characters[from] ?? "")) from += 1;
  while (to > from && !LETTER.test(characters[to - 1] ?? "")) to -= 1;
  return characters.slice(from, to).join("");
}

/** Whether each character follows the one before it in the same direction, as in `123456789012` and `lkjihgfedcba`. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => {
    const step = (character.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0);
    return character === "0" && text[index] === "9" ? 1 : step;
  });
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === -1));
}

const partsOf = (about: readonly string[]): ReadonlySet<string> =>
  new Set(about.flatMap((part) => [part, ...part.split(/[@\s]/)]).map((part) => part.toLowerCase()));

/**
 * Whether a password is among the first that anyone would try: in the list as it is or with figures and signs around
 * it, one short thing over and over, a run of characters, or made of the person's own name or address.
 */
export function isGuessable(
  password: string,
  common: { has: (text: string) => boolean },
  about: readonly string[] = [],
): boolean {
  const text = passwordText(password).toLowerCase();
  const core = coreOf(text);
  if (unitOf(text).length <= 3 || isRun(text)) return true;
  const own = partsOf(about);
  return [text, unitOf(text), core, unitOf(core)].some((form) => common.has(form) || (form !== "" && own.has(form)));
}

/** Words shorter than this are tried letter by letter just as soon. */
const SHORTEST_WORD = 4;
const LONGEST_WORD = 24;
/** Longer texts are strong, whatever they are made of. */
const MEASURED = 64;

/** How many tries a part takes, as a power of ten; undefined for what is no word and no run. */
function costOfPart(part: string, common: ReadonlyMap<string, number>, own: ReadonlySet<string>): number | undefined {
  if (own.has(part)) return 1;
  const rank = common.get(part);
  if (rank !== undefined) return 1 + Math.log10(rank + 1);
  return unitOf(part).length === 1 || isRun(part) ? 2 : undefined;
}

/** The same of a whole text, cut so that it takes the fewest: known words and runs are tried before single characters. */
function costOf(text: string, common: ReadonlyMap<string, number>, own: ReadonlySet<string>): number {
  const costs = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let least = (costs[end - 1] ?? 0) + 1;
    for (let from = Math.max(0, end - LONGEST_WORD); from <= end - SHORTEST_WORD; from += 1) {
      const cost = costOfPart(text.slice(from, end), common, own);
      if (cost !== undefined) least = Math.min(least, (costs[from] ?? 0) + cost);
    }
    costs.push(least);
  }
  return costs.at(-1) ?? 0;
}

export type Strength = "too-short" | "too-long" | "refused" | "weak" | "fair" | "strong";

/** Tries as powers of ten: what a hash of ours takes a machine for a day, and what it takes many for years. */
const FAIR = 9;
const STRONG = 12;

/**
 * How good a new password is, in words. What it calls refused, the server refuses, as far as it is told the same about
 * the person; what it calls weak is taken.
 * @param common known passwords, and which is tried when
 */
export function strengthOf(
  password: string,
  common: ReadonlyMap<string, number>,
  about: readonly string[] = [],
): Strength {
  // As the schema counts them, which is asked before.
  if (password.length < PASSWORD_MIN) return "too-short";
  if (password.length > PASSWORD_MAX || passwordText(password).length > PASSWORD_MAX) return "too-long";
  if (isGuessable(password, common, about)) return "refused";
  const text = passwordText(password).toLowerCase();
  if (text.length > MEASURED) return "strong";
  const cost = costOf(text, common, partsOf(about));
  if (cost < FAIR) return "weak";
  return cost < STRONG ? "fair" : "strong";
}
