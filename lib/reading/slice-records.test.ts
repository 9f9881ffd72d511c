import { describe, expect, it } from "vitest";
import { seeded } from "./generated-provider.fixture";
import { rawField, textField, timeField } from "./json-field";
import { parseJson, sliceRecords } from "./slice-records";

/** The records of a text, and those that were parsed beside them. */
const slice = (text: string, paths: readonly string[]) => sliceRecords(text, JSON.parse(text), paths);

const STRINGS = ["", "a", 'q"q', "\\", '\\"', "{[,]}", " \t\n", "é", "\ud800", "\u0000", "😀", '\\\\"', "id"];
const NUMBERS = ["0", "-0", "1e400", "9007199254740993", "-1.50", "1E+2", "1234567890123456789"];

/** Any JSON text, spaced at random, with duplicate keys, and the same without a space. */
function anyJson(random: () => number, depth = 0): [spaced: string, tight: string] {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const space = () => pick(["", "", " ", "\n", "\t\r\n  "]);
  const kind = depth > 4 ? Math.floor(random() * 3) : Math.floor(random() * 5);
  if (kind < 3) {
    const text = [JSON.stringify(pick(STRINGS)), pick(NUMBERS), pick(["true", "false", "null"])][kind] as string;
    return [text, text];
  }
  const parts = Array.from({ length: Math.floor(random() * 5) }, () => {
    const [spaced, tight] = anyJson(random, depth + 1);
    if (kind === 3) return [`${space()}${spaced}${space()}`, tight];
    const key = pick(['"id"', '"\\u0069d"', '"a\\"b"', '"{"', '""']);
    return [`${space()}${key}${space()}:${space()}${spaced}${space()}`, `${key}:${tight}`];
  });
  const [open, close] = kind === 3 ? "[]" : "{}";
  const join = (index: 0 | 1) => `${open}${parts.map((part) => part[index]).join(",")}${close}`;
  return [parts.length > 0 ? join(0) : `${open}${space()}${close}`, join(1)];
}

describe("the records of a page", () => {
  it.each([
    ['{"calls":[{"id":1},{"id":2}]}', ["calls"], ['{"id":1}', '{"id":2}']],
    ['{"a":[],"calls":[]}', ["calls"], []],
    ['{"data":{"users":["x", 1 ,null]}}', ["data.users"], ['"x"', "1", "null"]],
    ['{"call":{"id" : 1}}', ["call"], ['{"id":1}']],
    ['{"b":[1]}', ["a", "b"], ["1"]],
    ['{"r":[{"call":{"x":1}},{"other":1},{"call":{"x":2}}]}', ["r.*.call"], ['{"x":1}', '{"x":2}']],
    ['{"calls":null}', ["calls"], undefined],
    ['{"other":[1]}', ["calls"], undefined],
    ["[1]", ["calls"], undefined],
    ['{"calls":[1],"calls":[2]}', ["calls"], ["2"]],
    ['{"c\\u0061lls":[1]}', ["calls"], ["1"]],
  ])("%s at %j are %j", (text, paths, records) => expect(slice(text, paths)?.records).toEqual(records));

  it.each([
    '{"id":1234567890123456789}',
    '{"n":1e400,"m":-0,"k":1.50}',
    '{"a":1,"a":2}',
    '{"s":"\\ud800 \\/ \\u0061 \\" { ] , \u2028"}',
    '{"s":"two  spaces\\nand \\\\"}',
  ])("%s passes as it is", (record) => {
    expect(slice(`{"r":[${record},${record}]}`, ["r"])?.records).toEqual([record, record]);
    const spaced = `{\n  "r" : [\r\n\t${record} ,\n ${record}\n ]\n}\n`;
    expect(slice(spaced, ["r"])?.records).toEqual([record, record]);
  });

  it("are those of any page, to the byte, and what a parser finds", () => {
    const random = seeded(7);
    for (let round = 0; round < 2000; round += 1) {
      const parts = Array.from({ length: Math.floor(random() * 4) }, () => anyJson(random));
      const text = ` {"before":${anyJson(random)[0]} , "list" : [${parts.map(([spaced]) => ` ${spaced}\n`).join(",")}]}`;
      const { records = [], values } = slice(text, ["list"]) ?? {};
      expect(records).toEqual(parts.map(([, tight]) => tight));
      expect(values).toEqual(JSON.parse(text).list);
      for (const [index, record] of records.entries()) {
        const parsed = JSON.parse(record);
        expect(values?.[index]).toEqual(parsed);
        const raw = rawField(record, "id");
        const isObject = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
        expect(raw === undefined ? undefined : JSON.parse(raw)).toEqual(isObject ? parsed.id : undefined);
        if (typeof parsed?.id === "string") expect(textField(record, parsed, "id")).toBe(parsed.id);
        if (typeof parsed?.id === "number") expect(textField(record, parsed, "id")).toBe(raw);
      }
    }
  });

  it("are cut in time that grows with the page, whatever stands in it", () => {
    const hostile = `{"r":["${"\\\\".repeat(200_000)}","${'\\"'.repeat(200_000)}",${"[".repeat(5000)}${"]".repeat(5000)}]}`;
    // Where each sign were a new beginning, the test would end before it.
    expect(slice(hostile, ["r"])?.records).toHaveLength(3);
  });

  it("wrapped in others are beside what was parsed of each", () => {
    const random = seeded(11);
    for (let round = 0; round < 500; round += 1) {
      const parts = Array.from({ length: 3 }, () => anyJson(random));
      const wrapped = parts.map(([spaced], index) => (index === 1 ? `{"other":1}` : ` { "call" :${spaced}} `));
      const sliced = slice(`{"r":[${wrapped.join(",")}],"s":"]"}`, ["r.*.call"]);
      expect(sliced?.values).toEqual(sliced?.records.map((record) => JSON.parse(record)));
    }
  });

  it("are cut however deep they are, and however deep what stands around them is", () => {
    const deep = `${'{"a":['.repeat(50_000)}1${"]}".repeat(50_000)}`;
    const sliced = slice(`{"before":${deep},"r":[${deep},{"id":1}, ${deep} ],"r2":${deep}}`, ["r"]);
    expect(sliced?.records).toEqual([deep, '{"id":1}', deep]);
    expect(textField(sliced?.records[0] ?? "", sliced?.values[0], "id")).toBeUndefined();
  });

  it.each(["", "{", '{"a":tru}', "<html>", '{"a":1}x', '{"a":"\n"}'])("%j is no JSON", (text) =>
    expect(parseJson(text)).toBeUndefined(),
  );
});

describe("a field", () => {
  it("is found by its path, with every digit", () => {
    const record =
      '{"a":{"id":1234567890123456789,"t":"2026-01-01T00:00:00.5Z"},"s":"x\\u0061","n":null,"e":1700000000}';
    const text = (path: string) => textField(record, JSON.parse(record), path);
    const time = (path: string, unit: "iso" | "seconds") => timeField(record, JSON.parse(record), path, unit);
    expect(text("a.id")).toBe("1234567890123456789");
    expect(text("s")).toBe("xa");
    for (const none of ["n", "a", "a.id.b", "toString", "__proto__", "s.length"]) expect(text(none)).toBeUndefined();
    expect(time("a.t", "iso")).toBe(Date.UTC(2026, 0, 1, 0, 0, 0, 500));
    expect(time("e", "seconds")).toBe(1_700_000_000_000);
    expect(time("s", "iso")).toBeUndefined();
  });

  it("of a name that stands twice is the last, as a parser has it", () => {
    const record = '{"id":1,"a":{"id":5},"i\\u0064":12345678901234567890,"__proto__":{"id":7}}';
    expect(textField(record, JSON.parse(record), "id")).toBe("12345678901234567890");
    expect(textField(record, JSON.parse(record), "__proto__.id")).toBe("7");
  });
});
