import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { expect, it } from "vitest";
import { scratch } from "../run.fixture";
import type { Column } from "./columns";
import { columnsOf } from "./columns";
import { csvOf } from "./csv";
import { exactInteger, exactMicroseconds, exactNumber } from "./exact-number";
import { writeParquet } from "./parquet";
import { sliceEntries, sliceFields } from "./slice-fields";

const COLUMNS: Column[] = [
  { name: "id", kind: "text" },
  { name: "at", kind: "moment" },
  { name: "count", kind: "integer" },
  { name: "ratio", kind: "number" },
  { name: "isNew", kind: "boolean" },
  { name: "people", kind: "json" },
  { name: "mixed", kind: "either" },
];

it("cuts an object into its fields, each as it stands there", () => {
  const json = '{ "a" : 1e400 ,"b":[1,{"c":"]}"}], "d\\"":"\\u007b\\\\", "e":{}, "a":-0.10 , "f":null}';
  expect([...sliceFields(json)]).toEqual([
    ["a", "-0.10"],
    ["b", '[1,{"c":"]}"}]'],
    ['d"', '"\\u007b\\\\"'],
    ["e", "{}"],
    ["f", "null"],
  ]);
  expect([...sliceFields("{}")]).toEqual([]);
  expect(sliceEntries('[{"a":[1]}, 2 ,"],"]')).toEqual(['{"a":[1]}', "2", '"],"']);
  for (const wrong of ["", "[]", '{"a"}', '{"a":1', '{"a":1 "b":2}', '{"a:1}'])
    expect(() => sliceFields(wrong), wrong).toThrow();
});

it("takes a number only where it stays the same", () => {
  const same = [
    "0",
    "-0",
    "1",
    "0.1",
    "0.10",
    "1.5e3",
    "-12.50E-2",
    "9007199254740991",
    "1e21",
    "1e-7",
    "123456789012345680000",
  ];
  for (const raw of same) expect(exactNumber(raw), raw).toBe(Number(raw));
  const other = ["9007199254740993", "1e400", "0.12345678901234567891", "1e-400"];
  expect(other.map(exactNumber)).toEqual(other.map(() => undefined));
  expect(exactInteger("9223372036854775807")).toBe(9223372036854775807n);
  expect(["9223372036854775808", "1.0", "1e3", '"1"', "-0"].map(exactInteger)).toEqual(Array(5).fill(undefined));
  expect(exactMicroseconds("2026-11-30T12:00:00.1234560+02:00")).toBe(
    BigInt(Date.UTC(2026, 10, 30, 10)) * 1000n + 123456n,
  );
  expect(["2026-02-30T00:00:00Z", "2026-11-30", "2026-11-30T12:00:00.1234567Z", ""].map(exactMicroseconds)).toEqual(
    Array(4).fill(undefined),
  );
});

it("columns are the documented fields", () => {
  const schema = {
    properties: { a: { type: ["array", "null"] }, b: { type: ["number", "string", "null"] }, c: { type: "string" } },
  };
  expect(columnsOf(schema)).toEqual([
    { name: "a", kind: "json" },
    { name: "b", kind: "either" },
    { name: "c", kind: "text" },
  ]);
});

it("CSV: numbers as they are written, nothing that a spreadsheet would run, nothing lost", async () => {
  const { heading, lines } = csvOf(COLUMNS);
  expect(heading).toBe("id,at,count,ratio,isNew,people,mixed,_other\n");
  const csv = await lines([
    '{"id":"=cmd()","at":"2026-11-30T12:00:00Z","count":9007199254740993,"ratio":1e400,"isNew":true,"people":["a","b"],"mixed":-5}',
    '{"id":"","mixed":"-5","ratio":-0.10,"count":null,"more":{"x":12345678901234567890}}',
    '{"id":"a\\n\\"b\\",c","mixed":"@x","people":[]}',
  ]);
  expect(csv).toBe(
    [
      `'=cmd(),2026-11-30T12:00:00Z,9007199254740993,1e400,true,"[""a"",""b""]",-5,`,
      `"",,,-0.10,,,'-5,"{""more"":{""x"":12345678901234567890}}"`,
      `"a\n""b"",c",,,,,[],'@x,`,
      "",
    ].join("\n"),
  );
});

async function parquetOf(records: string[]): Promise<{ rows: Record<string, unknown>[]; groups: number }> {
  const file = path.join(scratch(), "x.parquet");
  writeFileSync(`${file}.lines`, records.map((one) => `${one}\n`).join(""));
  await writeParquet(`${file}.lines`, file, COLUMNS, new AbortController().signal);
  const bytes = readFileSync(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const { row_groups } = await parquetMetadataAsync(buffer);
  return { rows: await parquetReadObjects({ file: buffer }), groups: row_groups.length };
}

it("Parquet: what a column cannot hold exactly stands beside it, as it came", async () => {
  const { rows } = await parquetOf([
    '{"id":"1","at":"2026-11-30T12:00:00.000001Z","count":9007199254740993,"ratio":0.1,"isNew":false,"people":["a"],"mixed":5}',
    '{"id":7,"at":"yesterday","count":1.5,"ratio":1e400,"isNew":"no","people":"none","mixed":"x","more":1}',
    "{}",
  ]);
  const nothing = Object.fromEntries(COLUMNS.map(({ name }) => [name, null]));
  expect(rows).toEqual([
    {
      ...{ id: "1", count: 9007199254740993n, ratio: 0.1, isNew: false, people: '["a"]', mixed: "5", _other: null },
      at: new Date("2026-11-30T12:00:00.000Z"),
    },
    {
      ...{ ...nothing, mixed: "x" },
      _other: '{"id":7,"at":"yesterday","count":1.5,"ratio":1e400,"isNew":"no","people":"none","more":1}',
    },
    { ...nothing, _other: null },
  ]);
});

it("half a sign is lost in neither: CSV has the text as JSON, Parquet beside its columns", async () => {
  const record =
    '{"id":"\\ud800x","mixed":"=\\udfff","at":"\\ud83d","more\\ud800":"\\udc00","people":["\\ud83d\\ude00"]}';
  const csv = await csvOf(COLUMNS).lines([record]);
  expect(Buffer.from(csv).toString()).toBe(
    `"""\\ud800x""","""\\ud83d""",,,,"[""\\ud83d\\ude00""]","""=\\udfff""","{""more\\ud800"":""\\udc00""}"\n`,
  );
  const { rows } = await parquetOf([record, '{"id":"\\ud83d\\ude00","mixed":"\\ud83d\\ude00"}']);
  expect(rows).toMatchObject([
    {
      ...{ id: null, mixed: null, at: null, people: '["\\ud83d\\ude00"]' },
      _other: '{"id":"\\ud800x","mixed":"=\\udfff","at":"\\ud83d","more\\ud800":"\\udc00"}',
    },
    { id: "😀", mixed: "😀", _other: null },
  ]);
});

it("Parquet: groups of rows, so that no more than one is ever held", async () => {
  const { rows, groups } = await parquetOf(Array.from({ length: 25_001 }, (_, at) => `{"id":"${at}","count":${at}}`));
  expect([groups, rows.length]).toEqual([3, 25_001]);
  expect(rows.every(({ id, count }, at) => id === String(at) && count === BigInt(at))).toBe(true);
});
