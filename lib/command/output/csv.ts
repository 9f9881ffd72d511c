import { stringify } from "csv-stringify/sync";
import type { Encode } from "../reading/file-sink";
import { type Column, exactText, OTHER, otherOf } from "./columns";
import { sliceFields } from "./slice-fields";

/** A number, as the provider wrote it: no formula, although it may begin with a minus. */
type Written = { number: string };

const options = {
  // A text that a spreadsheet would run gets an apostrophe before it.
  escape_formulas: true,
  cast: {
    // Nothing between two commas is null, and "" is an empty text.
    string: (value: string) => (value === "" ? { value, quoted_empty: true } : value),
    object: ({ number }: object & Partial<Written>) => ({ value: number ?? "", escape_formulas: false }),
    boolean: (value: boolean) => String(value),
  },
} as const;

type Cell = string | boolean | Written | null;

function cellOf(raw: string | undefined): Cell {
  if (raw === undefined || raw === "null") return null;
  if (raw === "true" || raw === "false") return raw === "true";
  if (raw.startsWith('"')) return exactText(raw) ?? raw;
  return /^[-\d]/.test(raw) ? { number: raw } : raw;
}

function rowOf(record: string, columns: readonly Column[]): Cell[] {
  const fields = sliceFields(record);
  const cells = columns.map(({ name }) => cellOf(fields.get(name)));
  for (const { name } of columns) fields.delete(name);
  return [...cells, otherOf(fields) ?? null];
}

/** Comma-separated values of RFC 4180: what is a list or an object is JSON in its cell. */
export function csvOf(columns: readonly Column[]): Encode {
  const print = (rows: readonly (readonly Cell[])[]) => stringify(rows as Cell[][], options);
  return {
    heading: print([[...columns.map(({ name }) => name), OTHER]]),
    lines: (records) => print(records.map((record) => rowOf(record, columns))),
  };
}
