import { describe, expect, it } from "vitest";
import { countGraphemes } from "./graphemes-dto";
import { nameKey, textSchema } from "./text-schema";

const schema = textSchema({ label: "Credential name", max: 100, required: true });
const accepts = (text: unknown) => schema.safeParse(text).success;

describe("I9, U9, U10: names", () => {
  it("counts characters as people do", () => {
    expect(countGraphemes("👩‍👩‍👧‍👦é")).toBe(2);
    expect(accepts("👩‍👩‍👧‍👦".repeat(100))).toBe(true);
    expect([1, 100, 101, 10_000].map((length) => accepts("a".repeat(length)))).toEqual([true, true, false, false]);
  });

  it("refuses few characters that are more code points than a column holds, as text or as the key of a name", () => {
    expect(accepts(`x${"\u0301".repeat(799)}`)).toBe(true);
    expect(accepts(`x${"\u0301".repeat(800)}`)).toBe(false);
    // One ligature is eighteen letters in the key, and each vowel sign two.
    expect(nameKey(`\uFDFA${"\u0E33".repeat(5)}`.repeat(100)).length).toBeGreaterThan(2000);
    expect(accepts(`\uFDFA${"\u0E33".repeat(5)}`.repeat(100))).toBe(false);
  });

  it("keeps other scripts and normalises what looks the same", () => {
    expect(schema.parse("  e\u0301 مرحبا שלום ")).toBe("é مرحبا שלום");
  });

  it.each([
    "\u202Eabc",
    "a\u2066b",
    "\u200B",
    "\uFEFF",
    "a\u0000b",
    "a\u0007b",
    "\u001B[31m",
    "a\r\nb",
    "\uD800",
    "",
    "   ",
    7,
    null,
    {},
  ])("refuses %j", (text) => expect(accepts(text)).toBe(false));

  it("knows the same name in other clothes", () => {
    expect(nameKey("Sales  EU")).toBe(nameKey("ｓales eu"));
    expect(nameKey("Straße")).toBe(nameKey("STRASSE"));
    expect(nameKey("Sales EU")).not.toBe(nameKey("Sales US"));
  });
});
