import { endOfValue, memberOf, skipSpace } from "./scan-json";

/** Where the value at a path of keys begins; undefined where it is not there. */
export function placeOf(text: string, start: number, keys: readonly string[]): number | undefined {
  let at: number | undefined = skipSpace(text, start);
  for (const key of keys) {
    if (at === undefined || text[at] !== "{") return undefined;
    at = memberOf(text, at, key);
  }
  return at;
}

/** The value at a path with dots between its keys, byte for byte; undefined where it is not there. */
export function rawField(text: string, path: string): string | undefined {
  const at = placeOf(text, 0, path.split("."));
  return at === undefined ? undefined : text.slice(at, endOfValue(text, at));
}

/** The same as text: a string's own, a number with every digit that was sent. Undefined for null and what has parts. */
export function textField(text: string, path: string): string | undefined {
  const raw = rawField(text, path);
  if (raw === undefined || raw === "null" || raw.startsWith("{") || raw.startsWith("[")) return undefined;
  return raw.startsWith('"') ? String(JSON.parse(raw)) : raw;
}

/** The same as a time, in milliseconds: an ISO 8601 text, or a number of seconds or milliseconds. */
export function timeField(text: string, path: string, unit: "iso" | "seconds" | "milliseconds"): number | undefined {
  const value = textField(text, path);
  if (value === undefined || value === "") return undefined;
  const time = unit === "iso" ? Date.parse(value) : Number(value) * (unit === "seconds" ? 1000 : 1);
  return Number.isFinite(time) ? time : undefined;
}
