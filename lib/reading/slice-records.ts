import { passEntries, passMembers, passValue, type Scan, skipSpace, withoutSpace } from "@/lib/platform/scan-json";

/** The records of a page: each as the provider wrote it, and beside it what a parser makes of it, in the same order. */
export type SlicedPage = { records: string[]; values: unknown[] };

const LIST = 0x5b;
const OBJECT = 0x7b;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at a path of keys in what was parsed; undefined where it is not there. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  let at = value;
  for (const key of keys) {
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** Whether there is something at the path that may hold records. Null is nothing: GraphQL answers it beside errors. */
function isThere(page: unknown, keys: readonly string[]): boolean {
  const star = keys.indexOf("*");
  const found = valueAt(page, star === -1 ? keys : keys.slice(0, star));
  return Array.isArray(found) || (star === -1 && isObject(found));
}

/** What was parsed of the records at a path: each entry of a list, or what is no list by itself. */
function valuesAt(page: unknown, keys: readonly string[]): unknown[] {
  const star = keys.indexOf("*");
  const found = valueAt(page, star === -1 ? keys : keys.slice(0, star));
  if (star === -1) return Array.isArray(found) ? found : found === undefined ? [] : [found];
  return Array.isArray(found) ? found.flatMap((entry) => valuesAt(entry, keys.slice(star + 1))) : [];
}

function cutOne(text: string, scan: Scan): string {
  const from = scan.at;
  scan.isSpaced = false;
  passValue(text, scan);
  const record = text.slice(from, scan.at);
  return scan.isSpaced ? withoutSpace(record) : record;
}

/** Cuts the records at a path out of the value at which a scan stands, and moves it behind that. Of equal keys the last. */
function cut(text: string, scan: Scan, keys: readonly string[], depth: number): string[] {
  const key = keys[depth];
  const code = text.charCodeAt(scan.at);
  let records: string[] = [];
  if (key === undefined && code !== LIST) return [cutOne(text, scan)];
  if (key === undefined) passEntries(text, scan, () => records.push(cutOne(text, scan)));
  else if (key === "*" && code === LIST)
    passEntries(text, scan, () => {
      for (const record of cut(text, scan, keys, depth + 1)) records.push(record);
    });
  else if (key !== "*" && code === OBJECT)
    passMembers(text, scan, key, (isNamed) => {
      if (isNamed) records = cut(text, scan, keys, depth + 1);
      else passValue(text, scan);
    });
  else passValue(text, scan);
  return records;
}

/**
 * The records of a page, each as the provider wrote it, on one line: white space outside strings is dropped and nothing
 * else changes, neither long numbers nor keys that stand twice nor escapes, which parsing and printing would. Undefined
 * where none of the paths leads to records. `page` is the same text parsed, which proves that it is JSON.
 */
export function sliceRecords(text: string, page: unknown, paths: readonly string[]): SlicedPage | undefined {
  const keys = paths.map((path) => path.split(".")).find((path) => isThere(page, path));
  if (!keys) return undefined;
  return { records: cut(text, { at: skipSpace(text, 0), isSpaced: false }, keys, 0), values: valuesAt(page, keys) };
}

/** What a text is as JSON, and undefined where it is none. The platform's parser judges, so that cutting need not. */
export function parseJson(text: string): { page: unknown } | undefined {
  try {
    return { page: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
