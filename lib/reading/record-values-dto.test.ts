import { describe, expect, it } from "vitest";
import { maskPersonal, parseRecord, printValue, toTable } from "./record-values-dto";

const isNew = (() => {
  let told = false;
  const revive = ((_key: string, _value: unknown, context?: { source?: string }) => {
    told ||= context?.source !== undefined;
  }) as (key: string, value: unknown) => unknown;
  JSON.parse("1", revive);
  return told;
})();

describe("a record", () => {
  it.skipIf(!isNew)("keeps the figures of a number that a script cannot hold", () => {
    const text = '{"id":9007199254740993,"far":1e400,"plain":12,"exact":1.50}';
    expect(printValue(parseRecord(text))).toBe(
      '{\n  "id": 9007199254740993,\n  "far": 1e400,\n  "plain": 12,\n  "exact": 1.50\n}',
    );
  });

  it("that is no JSON is a text", () => {
    expect(parseRecord("{oops")).toBe("{oops");
  });
});

describe("what is about people", () => {
  const record = parseRecord(
    JSON.stringify({
      id: "1",
      title: "Acme call",
      empty: "",
      none: null,
      users: [{ email: "a@b.c" }],
      metrics: { count: 3, categories: [{ name: "x", phrases: ["said"] }, { name: "y" }] },
      results: { one: { call: { who: "Ann", when: 1 } } },
    }),
  );
  const masked = (...paths: string[]) => JSON.parse(printValue(maskPersonal(record, paths)).replaceAll("•••", '"•••"'));

  it("is masked whole where a path ends, whatever stands there", () => {
    expect(masked("title", "users")).toMatchObject({ title: "•••", users: "•••", id: "1" });
    expect(masked("metrics")).toMatchObject({ metrics: "•••" });
  });

  it("is masked in each entry of a list and each field of an object that `*` stands for", () => {
    const categories = [{ name: "x", phrases: "•••" }, { name: "y" }];
    expect(masked("metrics.categories.*.phrases")).toMatchObject({ metrics: { count: 3, categories } });
    expect(masked("metrics.categories.phrases")).toMatchObject({ metrics: { categories } });
    expect(masked("results.*.call.who")).toMatchObject({ results: { one: { call: { who: "•••", when: 1 } } } });
  });

  it("hides nothing where nothing is, and leaves the record itself as it is", () => {
    expect(masked("empty", "none", "absent.deeper", "id.deeper")).toEqual(JSON.parse(printValue(record)));
    expect(printValue(record)).toContain("Acme call");
  });
});

describe("a table of records", () => {
  it("has a column for each key, in the order in which they come up", () => {
    const records = ['{"id":1,"name":"x"}', '{"id":2,"more":[]}'].map(parseRecord);
    expect(toTable(records)).toEqual({
      columns: ["id", "name", "more"],
      rows: [
        [1, "x", undefined],
        [2, undefined, []],
      ],
    });
  });

  it("begins with the fields that are documented, as far as they are there", () => {
    const records = ['{"z":1,"b":2}', '{"a":3,"c":4}'].map(parseRecord);
    expect(toTable(records, ["a", "none", "b"]).columns).toEqual(["a", "b", "z", "c"]);
  });

  it("takes nothing that an object has by nature for a field, and draws what is no object as it is", () => {
    expect(toTable([parseRecord('{"constructor":1}'), parseRecord('{"__proto__":2}')])).toEqual({
      columns: ["constructor", "__proto__"],
      rows: [
        [1, undefined],
        [undefined, 2],
      ],
    });
    expect(toTable(["text", 3])).toEqual({ columns: ["record"], rows: [["text"], [3]] });
  });
});
