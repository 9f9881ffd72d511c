import * as z from "zod/mini";
import { countGraphemes } from "./graphemes-dto";

/** Bidirectional overrides and isolates: they make a text read differently from what it is. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, but for line feed and tab
const CONTROL_BUT_LINES = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** What draws nothing, wherever it stands: default-ignorables, and three that are letters or signs by name only. */
export const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{1D159}]/gu;
/** Where such a character changes what is seen: in emoji, after letters that it joins, in forms of an ideograph. */
const NEEDED = [
  /[0-9#*]\uFE0F\u20E3/gu,
  /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,8}\u{E007F}/gu,
  /\p{ExtPict}(?:[\uFE0E\uFE0F]|\p{EMod})?(?:\u200D\p{ExtPict}(?:\uFE0F|\p{EMod})?)*/gu,
  /(?<=[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Tibt}\p{scx=Khmr}\p{scx=Mymr}])[\u200C\u200D](?=[\p{L}\p{M}])/gu,
  /(?<=[\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}])[\u200C\u200D](?=[\p{L}\p{M}])/gu,
  /(?<=[\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}])[\u200C\u200D](?=[\p{L}\p{M}])/gu,
  /(?<=\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]/gu,
  /(?<=\p{Script=Mongolian})[\u180B-\u180D\u180F]/gu,
];
const hiddenIn = (text: string) =>
  NEEDED.reduce((rest, needed) => rest.replace(needed, ""), text).match(INVISIBLE)?.[0];
const VISIBLE = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u;

/** What the columns of the database are made for, in code points: a family emoji has seven, its name key can grow. */
const POINTS_PER_CHARACTER = 8;
const KEY_POINTS_PER_CHARACTER = 20;

/**
 * Text of at most `max` code units. Whatever else is asked of it is asked afterwards, and only of a text that fits:
 * putting 60 KB of accents in order takes the server most of a second.
 */
export function limitedText(message: string, max: number, tooLong = message) {
  return z.string(message).check(z.maxLength(max, { error: tooLong, abort: true }));
}

/** No text of a form is longer: a description at its limit has 8,000 code units. */
const LONGEST = 10_000;

function fold(text: string, form: "NFC" | "NFKC"): string {
  if (text.length > LONGEST) throw new RangeError("A text was to be folded before its length was looked at.");
  return text.normalize(form);
}

/** A text without its compatibility forms: "ｓ" is an s. */
const compatible = (text: string): string => fold(text, "NFKC");

/** A password as it is hashed: typed on another keyboard or system, it must be the same bytes. */
export const passwordText = (password: string): string => compatible(password);

type TextOptions = {
  /** Begins a sentence: "Credential Name". */
  label: string;
  /** The limit in grapheme clusters. */
  max: number;
  required?: boolean;
  /** Line feeds and tabs are allowed. */
  multiline?: boolean;
};

const codeOf = (character: string) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;

/** Text that a person wrote: NFC, trimmed, without control, bidi-override or lone surrogate characters, and in one line without what nobody sees. */
export function textSchema({ label, max, required = false, multiline = false }: TextOptions) {
  const maxUnits = max * POINTS_PER_CHARACTER * 2;
  const tooLong = `${label} can have at most ${max} characters.`;
  const isTooLong = (text: string) =>
    text.length > maxUnits ||
    [...text].length > max * POINTS_PER_CHARACTER ||
    nameKey(text).length > max * KEY_POINTS_PER_CHARACTER ||
    countGraphemes(text) > max;
  const problem = (text: string): string | undefined => {
    if (text === "") return required ? `Enter a ${label.toLowerCase()}.` : undefined;
    if (isTooLong(text)) return tooLong;
    if (LONE_SURROGATE.test(text)) return `${label} has a broken character. Type it again.`;
    if ((multiline ? CONTROL_BUT_LINES : CONTROL).test(text)) return `${label} can't have control characters.`;
    if (BIDI_CONTROL.test(text)) return `${label} can't have characters that change the reading direction.`;
    if (!VISIBLE.test(text)) return `${label} needs at least one visible character.`;
    const hidden = multiline ? undefined : hiddenIn(text);
    if (hidden) return `${label} has an invisible character (${codeOf(hidden)}). Type it instead of pasting it.`;
    return undefined;
  };
  return z.pipe(
    z.pipe(
      limitedText(`${label} must be text.`, maxUnits, tooLong),
      z.transform((text: string) => fold(text.replaceAll("\r\n", "\n"), "NFC").trim()),
    ),
    z.string().check((context) => {
      const message = problem(context.value);
      if (message) context.issues.push({ code: "custom", input: context.value, message });
    }),
  );
}

/** What makes two names the same: compatibility forms, case and spacing do not count. */
export function nameKey(name: string): string {
  // Upper case first: the nearest that the platform has to full case folding ("ß" and "SS" meet).
  return compatible(name).toUpperCase().toLowerCase().normalize("NFKC").replace(/\s+/g, " ").trim();
}

const ACCENTS = /[\u0300-\u036F]/g;

/** The same where accents do not count either, as for a search. */
export function plainKey(text: string): string {
  return nameKey(text).normalize("NFD").replace(ACCENTS, "").normalize("NFC");
}

/** A name in the form in which its characters are looked up one by one: marks stand apart from their letters. */
export const decomposed = (name: string): string => compatible(name).normalize("NFD");
