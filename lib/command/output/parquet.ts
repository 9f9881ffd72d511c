import { createReadStream } from "node:fs";
import { rename } from "node:fs/promises";
import { fileWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { LineSplitter } from "../reading/split-lines";
import { type Column, type ColumnKind, exactText, OTHER, otherOf } from "./columns";
import { exactInteger, exactMicroseconds, exactNumber } from "./exact-number";
import { sliceFields } from "./slice-fields";

/** Rows are gathered up to so many, or so many bytes of JSON: more is never held. */
const GROUP_ROWS = 10_000;
const GROUP_BYTES = 16 * 1024 * 1024;

type Value = string | number | bigint | boolean | null | undefined;

/** A value as its column holds it; undefined where the column cannot hold exactly this. */
const READERS: Readonly<Record<ColumnKind, (raw: string) => Value>> = {
  text: exactText,
  integer: exactInteger,
  number: exactNumber,
  boolean: (raw) => (raw === "true" ? true : raw === "false" ? false : undefined),
  moment: (raw) => exactMicroseconds(exactText(raw) ?? ""),
  either: (raw) => (/^["[{]/.test(raw) ? exactText(raw) : raw),
  json: (raw) => (/^[[{]/.test(raw) ? raw : undefined),
};

const TYPES = {
  text: "STRING",
  integer: "INT64",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  either: "STRING",
  json: "STRING",
} as const;

function schemaOf(columns: readonly Column[]) {
  const all: Column[] = [...columns, { name: OTHER, kind: "json" }];
  const plain = all.map(({ name, kind }) => ({
    name,
    type: kind === "moment" ? ("INT64" as const) : TYPES[kind],
    data: [],
    nullable: true,
  }));
  const schema = schemaFromColumnData({ columnData: plain });
  const moments = new Set(all.filter(({ kind }) => kind === "moment").map(({ name }) => name));
  return schema.map((element) =>
    moments.has(element.name) && element.type === "INT64"
      ? { ...element, logical_type: { type: "TIMESTAMP" as const, isAdjustedToUTC: true, unit: "MICROS" as const } }
      : element,
  );
}

class Group {
  readonly #columns: readonly Column[];
  #data: Value[][];
  #other: (string | null)[] = [];
  bytes = 0;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#data = columns.map(() => []);
  }

  get rows(): number {
    return this.#other.length;
  }

  add(record: string): void {
    const fields = sliceFields(record);
    this.#columns.forEach(({ name, kind }, index) => {
      const raw = fields.get(name);
      const value = raw === undefined || raw === "null" ? null : READERS[kind](raw);
      this.#data[index]?.push(value ?? null);
      if (value !== undefined) fields.delete(name);
    });
    this.#other.push(otherOf(fields) ?? null);
    this.bytes += record.length;
  }

  take() {
    const columnData = this.#columns.map(({ name }, index) => ({ name, data: this.#data[index] ?? [] }));
    const all = [...columnData, { name: OTHER, data: this.#other }];
    this.#data = this.#columns.map(() => []);
    this.#other = [];
    this.bytes = 0;
    return all;
  }
}

/**
 * Makes a Parquet file of lines of JSON, group by group. What a column cannot hold as it is, such as a number of 400
 * digits, stands in `_other`. The file has its name once it is whole.
 */
export async function writeParquet(lines: string, file: string, columns: readonly Column[], signal: AbortSignal) {
  const unfinished = `${file}.latchkey.part`;
  const parquet = new ParquetWriter({
    writer: fileWriter(unfinished),
    schema: schemaOf(columns),
    createdBy: "latchkey",
  });
  const group = new Group(columns);
  const flush = async () => {
    if (group.rows > 0) await parquet.write({ columnData: group.take(), rowGroupSize: GROUP_ROWS });
  };
  const splitter = new LineSplitter();
  for await (const chunk of createReadStream(lines, { highWaterMark: 1024 * 1024 })) {
    signal.throwIfAborted();
    for (const record of splitter.split(chunk as Uint8Array)) {
      group.add(record);
      if (group.rows >= GROUP_ROWS || group.bytes >= GROUP_BYTES) await flush();
    }
  }
  await flush();
  await parquet.finish();
  await rename(unfinished, file);
}
