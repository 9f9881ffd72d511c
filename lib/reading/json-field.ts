import { endOfValue, memberOf, skipSpace } from "@/lib/platform/scan-json";
import { valueAt } from "./slice-records";

/** Where the value at a path of keys begins; undefined where it is not there. */
function placeOf(text: string, keys: readonly string[]): number | undefined {
  let at: number | undefined = skipSpace(text, 0);
  for (const key of keys) {
    if (at === undefined || text[at] !== "{") return undefined;
    at = memberOf(text, at, key);
  }
  return at;
}

/** The value at a path with dots between its keys, byte for byte; undefined where it is not there. */
export function rawField(text: string, path: string): string | undefined {
  const at = placeOf(text, path.split("."));
  return at === undefined ? undefined : text.slice(at, endOfValue(text, at));
}

/**
 * The value at a path as text: a string's own, a number with every digit that was sent, which only the raw text has.
 * Undefined for null and what has parts. `parsed` is what a parser made of the text.
 */
export function textField(text: string, parsed: unknown, path: string): string | undefined {
  const value = valueAt(parsed, path.split("."));
  if (typeof value === "string") return value;
  if (typeof value === "number") return rawField(text, path);
  return typeof value === "boolean" ? String(value) : undefined;
}

/** The same as a time, in milliseconds: an ISO 8601 text, or a number of seconds or milliseconds. */
export function timeField(
  text: string,
  parsed: unknown,
  path: string,
  unit: "iso" | "seconds" | "milliseconds",
): number | undefined {
  const value = textField(text, parsed, path);
  if (value === undefined || value === "") return undefined;
  const time = unit === "iso" ? Date.parse(value) : Number(value) * (unit === "seconds" ? 1000 : 1);
  return Number.isFinite(time) ? time : undefined;
}
