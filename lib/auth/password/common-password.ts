import "server-only";
import { once } from "@/lib/platform/process-state.mjs";
import { passwordText } from "@/lib/platform/text-schema";

/** About 49,000 passwords that people use most, from a package: nothing is asked of another server. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  return once("common passwords", async () => {
    const { dictionary } = await import("@zxcvbn-ts/language-common");
    return new Set(dictionary["passwords-common"].map(String));
  });
}

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

/**
 * Whether a password is among the first that anyone would try: in the list as it is or with figures and signs around
 * it, one short thing over and over, a run of characters, or made of the person's own name or address.
 */
export async function isCommonPassword(password: string, about: readonly string[] = []): Promise<boolean> {
  const text = passwordText(password).toLowerCase();
  const core = coreOf(text);
  if (unitOf(text).length <= 3 || isRun(text)) return true;
  const common = await commonPasswords();
  const own = new Set(about.flatMap((part) => [part, ...part.split(/[@\s]/)]).map((part) => part.toLowerCase()));
  return [text, unitOf(text), core, unitOf(core)].some((form) => common.has(form) || (form !== "" && own.has(form)));
}
