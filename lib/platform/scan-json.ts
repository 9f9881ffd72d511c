const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The end of the string that begins at `start`, behind its closing quote. The search is the platform's, and the fastest. */
export function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slash = at;
    while (text.charCodeAt(slash - 1) === BACKSLASH) slash -= 1;
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

/** Where a scan stands, and whether it met white space outside strings. One goes through a page from end to end. */
export type Scan = { at: number; isSpaced: boolean };

/** Moves a scan behind the value at which it stands, in a text that is known to be JSON. However deep, without a stack. */
export function passValue(text: string, scan: Scan): void {
  const { length } = text;
  let { at } = scan;
  let depth = 0;
  let isSpaced = false;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      if (depth === 0) break;
      continue;
    }
    // What closes, or stands behind, the value itself.
    if (depth === 0 && (code === 0x2c || code <= 0x20 || code === 0x7d || code === 0x5d)) break;
    at += 1;
    if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) break;
    } else if (code <= 0x20) isSpaced = true;
  }
  if (isSpaced) scan.isSpaced = true;
  scan.at = at;
}

/** The end of the value that begins at `start`. */
export function endOfValue(text: string, start: number): number {
  const scan: Scan = { at: start, isSpaced: false };
  passValue(text, scan);
  return scan.at;
}

/** A value without the white space outside its strings, and otherwise as it is. */
export function withoutSpace(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at) - 1;
    else if (isSpace(code)) {
      kept.push(text.slice(from, at));
      at = skipSpace(text, at) - 1;
      from = at + 1;
    }
  }
  return from === 0 ? text : kept.join("") + text.slice(from);
}

/** Goes through the list at which a scan stands: `pass` moves it behind each entry. */
export function passEntries(text: string, scan: Scan, pass: () => void): void {
  scan.at = skipSpace(text, scan.at + 1);
  while (text.charCodeAt(scan.at) !== 0x5d) {
    pass();
    scan.at = skipSpace(text, scan.at);
    if (text.charCodeAt(scan.at) === 0x2c) scan.at = skipSpace(text, scan.at + 1);
  }
  scan.at += 1;
}

/** Whether the string from `start` to `end` spells this name, by escapes or without. */
function spells(text: string, start: number, end: number, name: string): boolean {
  if (end - start - 2 === name.length && text.startsWith(name, start + 1)) return true;
  const raw = text.slice(start, end);
  return raw.includes("\\") && JSON.parse(raw) === name;
}

/** Goes through the object at which a scan stands: `pass` moves it behind each value, told whether it has this name. */
export function passMembers(text: string, scan: Scan, name: string, pass: (isNamed: boolean) => void): void {
  scan.at = skipSpace(text, scan.at + 1);
  while (text.charCodeAt(scan.at) !== 0x7d) {
    const end = endOfString(text, scan.at);
    const isNamed = spells(text, scan.at, end, name);
    scan.at = skipSpace(text, skipSpace(text, end) + 1);
    pass(isNamed);
    scan.at = skipSpace(text, scan.at);
    if (text.charCodeAt(scan.at) === 0x2c) scan.at = skipSpace(text, scan.at + 1);
  }
  scan.at += 1;
}

/** Where an object's value of this name begins; of several the last, which is the one that everyone's parser takes. */
export function memberOf(text: string, start: number, name: string): number | undefined {
  const scan: Scan = { at: start, isSpaced: false };
  let found: number | undefined;
  passMembers(text, scan, name, (isNamed) => {
    if (isNamed) found = scan.at;
    passValue(text, scan);
  });
  return found;
}
