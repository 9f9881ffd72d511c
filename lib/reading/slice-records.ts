import { placeOf } from "./json-field";
import { endOfValue, entriesOf, withoutSpace } from "./scan-json";

/** The places of the records at a path: each entry of a list, or what is no list by itself. */
function* placesAt(text: string, start: number, keys: readonly string[]): Generator<[from: number, to: number]> {
  const star = keys.indexOf("*");
  if (star === -1) {
    const at = placeOf(text, start, keys);
    if (at === undefined) return;
    if (text[at] === "[") yield* entriesOf(text, at);
    else yield [at, endOfValue(text, at)];
    return;
  }
  const list = placeOf(text, start, keys.slice(0, star));
  if (list === undefined || text[list] !== "[") return;
  for (const [from] of entriesOf(text, list)) yield* placesAt(text, from, keys.slice(star + 1));
}

/** Whether there is something at the path that may hold records. Null is nothing: GraphQL answers it beside errors. */
function isThere(text: string, keys: readonly string[]): boolean {
  const star = keys.indexOf("*");
  const at = placeOf(text, 0, star === -1 ? keys : keys.slice(0, star));
  return at !== undefined && (text[at] === "[" || (star === -1 && text[at] === "{"));
}

/**
 * The records of a page, each as the provider wrote it, on one line: white space outside strings is dropped and nothing
 * else changes, neither long numbers nor keys that stand twice nor escapes, which parsing and printing would. Undefined
 * where none of the paths leads to records. The text has to be JSON: {@link isJson} says so.
 */
export function sliceRecords(text: string, paths: readonly string[]): string[] | undefined {
  const keys = paths.map((path) => path.split(".")).find((path) => isThere(text, path));
  return keys && [...placesAt(text, 0, keys)].map(([from, to]) => withoutSpace(text.slice(from, to)));
}

/** Whether a text is JSON. The platform's parser judges, so that cutting need not. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
