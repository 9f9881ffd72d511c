const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = [91, 123];
const CLOSING = [93, 125];
const COMMA = 44;
const COLON = 58;
const isBlank = (code: number) => code === 32 || code === 9 || code === 10 || code === 13;

const fail = (): never => {
  throw new SyntaxError("This is no JSON object.");
};

/** Behind the text that begins here. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at + 1;
  }
  return fail();
}

/** Behind the value that begins here. */
function endOfValue(json: string, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfText(json, at) - 1;
      if (depth === 0) return at + 1;
    } else if (OPENING.includes(code)) depth += 1;
    else if (CLOSING.includes(code)) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (code === COMMA || isBlank(code))) return at;
  }
  return fail();
}

function skip(json: string, start: number): number {
  let at = start;
  while (isBlank(json.charCodeAt(at))) at += 1;
  return at;
}

/**
 * The fields of a JSON object, each value as it stands there: parsing would change numbers that JavaScript cannot hold.
 * Of a name that stands twice the last one counts, as everywhere.
 */
export function sliceFields(json: string): Map<string, string> {
  const fields = new Map<string, string>();
  let at = skip(json, 0);
  if (json[at] !== "{") return fail();
  at = skip(json, at + 1);
  while (json[at] !== "}") {
    if (json.charCodeAt(at) !== QUOTE) return fail();
    const end = endOfText(json, at);
    const name = JSON.parse(json.slice(at, end)) as string;
    at = skip(json, end);
    if (json.charCodeAt(at) !== COLON) return fail();
    const start = skip(json, at + 1);
    at = endOfValue(json, start);
    fields.set(name, json.slice(start, at));
    at = skip(json, at);
    if (json[at] === ",") at = skip(json, at + 1);
    else if (json[at] !== "}") return fail();
  }
  return fields;
}

/** The entries of a JSON list, each as it stands there. */
export function sliceEntries(json: string): string[] {
  const entries: string[] = [];
  let at = skip(json, 0);
  if (json[at] !== "[") return fail();
  at = skip(json, at + 1);
  while (json[at] !== "]") {
    const end = endOfValue(json, at);
    entries.push(json.slice(at, end));
    at = skip(json, end);
    if (json[at] === ",") at = skip(json, at + 1);
    else if (json[at] !== "]") return fail();
  }
  return entries;
}
