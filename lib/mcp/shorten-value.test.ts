import { expect, it } from "vitest";
import { maskPersonal, parseRecord } from "@/lib/reading/record-values-dto";
import { listFields } from "./list-fields";
import { shortenRecords, shortenValue } from "./shorten-value";

it("what is hidden reads •••, and long texts and lists say how much was cut", () => {
  const record = parseRecord(
    JSON.stringify({ id: "1", who: { email: "a@b.c" }, text: "x".repeat(301), list: [...Array(25).keys()] }),
  );
  const shown = shortenValue(maskPersonal(record, ["who.email"])) as Record<string, unknown>;
  expect(shown).toMatchObject({ id: "1", who: { email: "•••" } });
  expect(shown.text).toBe(`${"x".repeat(300)}… (301 characters)`);
  expect(shown.list).toEqual([...Array(20).keys(), "… (5 more)"]);
  expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
});

it("an answer holds as many records as fit, and no half of one", () => {
  const record = parseRecord(
    JSON.stringify(Object.fromEntries([...Array(100).keys()].map((n) => [n, "y".repeat(250)]))),
  );
  const shown = shortenRecords(Array.from({ length: 20 }, () => record));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(20);
  expect(JSON.stringify(shown).length).toBeLessThanOrEqual(60_100);
});

it("a field is about people where its path is hidden, or lies in one that is", () => {
  const fields = listFields(
    { id: "text", who: { name: "text", mail: ["text"] }, list: [{ by: "text", at: "date-time" }], n: "either" },
    ["who", "list.by"],
  );
  expect(fields).toEqual([
    { path: "id", type: "text" },
    { path: "who.name", type: "text", personal: true },
    { path: "who.mail.*", type: "text", personal: true },
    { path: "list.*.by", type: "text", personal: true },
    { path: "list.*.at", type: "date-time" },
    { path: "n", type: "number or text" },
  ]);
});
