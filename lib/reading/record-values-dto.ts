/**
 * What is drawn as it stands: a number that a script cannot hold, or what takes the place of what is hidden. A function,
 * because nothing in a record can be one.
 */
type Said = () => string;
export type RecordValue = string | number | boolean | null | Said | RecordValue[] | { [key: string]: RecordValue };

/** What stands in place of what is about people. */
export const MASK = "•••";
const mask: Said = () => MASK;

export const said = (value: RecordValue): string | undefined => (typeof value === "function" ? value() : undefined);

type Revive = (key: string, value: unknown, context?: { source?: string }) => unknown;

/** Newer browsers tell how a number was written: one that would become another is kept in its own figures. */
const keepFigures: Revive = (_, value, context) =>
  typeof value === "number" && context?.source !== undefined && String(value) !== context.source
    ? () => context.source
    : value;

/** A record as it came, on one line. What is no JSON is a text. */
export function parseRecord(text: string): RecordValue {
  try {
    return JSON.parse(text, keepFigures) as RecordValue;
  } catch {
    return text;
  }
}

/** Those of the paths that lead through a key, from there on. */
const through = (paths: readonly (readonly string[])[], key: string) =>
  paths.filter(([first]) => first === key || first === "*").map(([, ...rest]) => rest);

function maskAt(value: RecordValue, paths: readonly (readonly string[])[]): RecordValue {
  if (typeof value !== "object" || value === null || said(value) !== undefined) {
    const isThere = value !== null && value !== "";
    return isThere && paths.some((path) => path.length === 0) ? mask : value;
  }
  if (paths.length === 0) return value;
  if (paths.some((path) => path.length === 0)) return mask;
  // An entry of a list is named by `*`; a path that leaves it out means each of them too.
  if (Array.isArray(value)) return value.map((entry) => maskAt(entry, [...through(paths, "*"), ...paths]));
  const entries = Object.entries(value as { [key: string]: RecordValue });
  return Object.fromEntries(entries.map(([key, one]) => [key, maskAt(one, through(paths, key))]));
}

/**
 * A record without what is about people. A path ends at what is hidden whole; `*` is each entry of a list. Keys behind `!`
 * are those that are shown, and all others are hidden.
 */
export function maskPersonal(value: RecordValue, personalFields: readonly string[]): RecordValue {
  const shown = personalFields.flatMap((path) => (path.startsWith("!") ? [path.slice(1)] : []));
  if (shown.length > 0) return isFields(value) ? maskAllBut(value, shown) : mask;
  return maskAt(
    value,
    personalFields.map((path) => path.split(".")),
  );
}

const isFields = (value: RecordValue): value is { [key: string]: RecordValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value) && said(value) === undefined;

const maskAllBut = (value: { [key: string]: RecordValue }, shown: readonly string[]): RecordValue =>
  Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, shown.includes(key) || one === null ? one : mask]),
  );

/** JSON to read, two blanks deeper at each level. */
export function printValue(value: RecordValue, indent = ""): string {
  const text = said(value);
  if (text !== undefined) return text;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((entry) => printValue(entry, deeper))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${printValue(one as RecordValue, deeper)}`);
  const [open, close] = isList ? "[]" : "{}";
  return parts.length === 0 ? `${open}${close}` : `${open}\n${deeper}${parts.join(`,\n${deeper}`)}\n${indent}${close}`;
}

export type RecordTable = { columns: string[]; rows: (RecordValue | undefined)[][] };

/** Records as rows, with a column for each key of them: first those that are documented, then as they come up. */
export function toTable(records: readonly RecordValue[], documented: readonly string[] = []): RecordTable {
  const keys = records.flatMap((record) => (isFields(record) ? Object.keys(record) : []));
  const seen = new Set(keys);
  const columns = [...new Set([...documented.filter((key) => seen.has(key)), ...keys])];
  if (!records.every(isFields) || columns.length === 0)
    return { columns: ["record"], rows: records.map((record) => [record]) };
  const cell = (record: { [key: string]: RecordValue }, key: string) =>
    Object.hasOwn(record, key) ? record[key] : undefined;
  return { columns, rows: records.filter(isFields).map((record) => columns.map((key) => cell(record, key))) };
}
