/** What is shorter stands in records by chance, and is no secret of a provider. */
const SHORTEST = 6;
/** A part of a base64 text that is shorter says too little. */
const SHORTEST_PART = 8;

const encode = (text: string) => Buffer.from(text).toString("base64");

/** Base64 as it begins a text, with and without the signs that fill it up, in both alphabets. */
function base64Of(text: string): string[] {
  const base64 = encode(text);
  const open = base64.replace(/=+$/, "");
  return [base64, open].flatMap((one) => [one, one.replaceAll("+", "-").replaceAll("/", "_")]);
}

/** What of a text's base64 is the same wherever in a longer text it stands: its first and last signs depend on that. */
function base64Within(text: string): string[] {
  return [0, 1, 2]
    .map((shift) => encode("\0".repeat(shift) + text))
    .map((base64, shift) => base64.slice(shift === 0 ? 0 : 4, -4))
    .filter(({ length }) => length >= SHORTEST_PART)
    .flatMap((part) => [part, part.replaceAll("+", "-").replaceAll("/", "_")]);
}

const jsonOf = (text: string) => JSON.stringify(text).slice(1, -1);

/**
 * The texts that give a credential's values away: as they are, in base64 alone, joined as Basic joins two, or in the
 * midst of more, and as JSON spells them, also within JSON. What addresses make of them is put back before it is looked for.
 */
export function spellingsOf(secrets: readonly string[], beside: readonly string[]): string[] {
  const values = secrets.filter(({ length }) => length >= SHORTEST);
  const all = [...values, ...beside];
  const pairs = all.flatMap((first) =>
    all
      .filter((second) => second !== first && (values.includes(first) || values.includes(second)))
      .map((second) => `${first}:${second}`),
  );
  const alone = values.flatMap((value) => [value, jsonOf(value), jsonOf(jsonOf(value)), ...base64Within(value)]);
  return [...new Set([...alone, ...[...values, ...pairs].flatMap(base64Of)])];
}
