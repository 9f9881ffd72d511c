/** The end of the string that begins at `start`, behind its closing quote. */
export function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slash = at;
    while (text.charCodeAt(slash - 1) === 0x5c) slash -= 1;
    if ((at - slash) % 2 === 0) return at + 1;
  }
  throw new SyntaxError("A string has no end.");
}

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** The end of the value that begins at `start`, in a text that is known to be JSON. */
export function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Letters and digits of values within: most of what is no string.
    if (depth > 0 && code > 0x2c && code < 0x5b) continue;
    if (code === 0x22) {
      at = endOfString(text, at) - 1;
      if (depth === 0) return at + 1;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (code === 0x2c || isSpace(code))) return at;
  }
  return text.length;
}

/** Line breaks and tabs stand outside strings alone, and a blank there beside a sign: most records have neither. */
const MAY_BE_SPACED = /[\n\r\t]|[[{,:] | [\]},:]/;

/** A value without the white space outside its strings, and otherwise as it is. */
export function withoutSpace(text: string): string {
  if (!MAY_BE_SPACED.test(text)) return text;
  let kept = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at) - 1;
    else if (isSpace(code)) {
      kept += text.slice(from, at);
      at = skipSpace(text, at) - 1;
      from = at + 1;
    }
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** The entries of the list that begins at `start`, as places in the text. */
export function* entriesOf(text: string, start: number): Generator<[from: number, to: number]> {
  let at = skipSpace(text, start + 1);
  while (text.charCodeAt(at) !== 0x5d) {
    const end = endOfValue(text, at);
    yield [at, end];
    at = skipSpace(text, end);
    if (text.charCodeAt(at) === 0x2c) at = skipSpace(text, at + 1);
  }
}

/** Where an object's value of this name begins; of several the last, which is the one that everyone's parser takes. */
export function memberOf(text: string, start: number, name: string): number | undefined {
  let found: number | undefined;
  let at = skipSpace(text, start + 1);
  while (text.charCodeAt(at) !== 0x7d) {
    const end = endOfString(text, at);
    const raw = text.slice(at + 1, end - 1);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    if (raw === name || (raw.includes("\\") && JSON.parse(`"${raw}"`) === name)) found = value;
    at = skipSpace(text, endOfValue(text, value));
    if (text.charCodeAt(at) === 0x2c) at = skipSpace(text, at + 1);
  }
  return found;
}
