import { describe, expect, it } from "vitest";
import { HIDDEN, hiderOf } from "@/lib/platform/hide-values";
import { seeded } from "./generated-provider.fixture";

const KEY = 'k3y/with+"signs"\\and%~=&?';
const PASSWORD = "p4ssword-of-the-pair:7>~?";
const hider = hiderOf([KEY, PASSWORD], ["person@example.com"]);
const base64 = (text: string) => Buffer.from(text).toString("base64");
const base64url = (text: string) => Buffer.from(text).toString("base64url");
const lowerHex = (text: string) => text.replace(/%../g, (escaped) => escaped.toLowerCase());
const form = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);
/** Each character by its number, and what may have a short escaped by that. */
const unicode = (text: string) =>
  [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

/** How a value may be written in a text of any kind. */
const WAYS: [string, (value: string) => string][] = [
  ["as it is", (value) => value],
  ["base64", base64],
  ["base64 without its end", (value) => base64(value).replace(/=+$/, "")],
  ["base64 for URLs", base64url],
  ["base64 in an address", (value) => encodeURIComponent(base64(value))],
  ["an address", encodeURIComponent],
  ["an address in small letters", (value) => lowerHex(encodeURIComponent(value))],
  ["a form", form],
  ["a form in small letters", (value) => lowerHex(form(value))],
  ["an address that leaves what it may", encodeURI],
  ["an address within an address", (value) => encodeURIComponent(encodeURIComponent(value))],
  ["every character of an address", (value) => value.replace(/./g, (one) => `%${base16(one)}`)],
];
const base16 = (one: string) => one.charCodeAt(0).toString(16).padStart(2, "0");
/** How JSON may write a text. */
const SPELLINGS: [string, (text: string) => string][] = [
  ["JSON", (text) => JSON.stringify(text)],
  ["JSON with every slash escaped", (text) => JSON.stringify(text).replaceAll("/", "\\/")],
  ["JSON by numbers", (text) => `"${unicode(text)}"`],
  ["JSON by numbers in capitals", (text) => `"${unicode(text).toUpperCase().replaceAll("\\U", "\\u")}"`],
  ["JSON in part by numbers", (text) => `"${JSON.stringify(text[0]).slice(1, -1)}${unicode(text.slice(1))}"`],
  ["JSON within JSON", (text) => JSON.stringify(JSON.stringify({ of: text }))],
];
const WHATS: [string, string][] = [
  ["the key", KEY],
  ["the password", PASSWORD],
];

describe("a value of the credential in a record is hidden", () => {
  describe.each(WHATS)("%s", (_, value) => {
    describe.each(WAYS)("as %s", (__, write) => {
      it.each(SPELLINGS)("in %s", (___, spell) => {
        const around = (text: string) => `{"id":1234567890123456789,"a":{"s":${text},"z":["\\ud800 %41 \\u0041"]}}`;
        const { records, hidden } = hider.inRecords(["{}", around(spell(`before ${write(value)}`)), "[]"]);
        expect(hidden).toBe(1);
        expect([records[0], records[2]]).toEqual(["{}", "[]"]);
        // What is left of it is the end that fills base64 up, at most.
        expect(records[1]).toMatch(/"z":\["\\ud800 %41 \\u0041"\]\}\}$/);
        expect(records[1]?.startsWith('{"id":1234567890123456789,')).toBe(true);
        const { s } = JSON.parse(records[1] ?? "").a;
        expect(spell === SPELLINGS[5]?.[1] ? JSON.parse(s).of : s).toBe(`before ${HIDDEN}`);
      });
    });
  });

  it("as Basic sends it, with a name that is no secret too, and wherever in base64 it begins", () => {
    for (const text of [`${KEY}:${PASSWORD}`, `person@example.com:${KEY}`, `${KEY}:person@example.com`])
      expect(hider.inText(`Basic ${base64(text)}`)).toEqual({ text: `Basic ${HIDDEN}`, hidden: 1 });
    for (const before of ["", "a", "ab", "abc"]) {
      const { text, hidden } = hider.inText(base64(`${before}${PASSWORD}${before}`));
      expect(hidden).toBe(1);
      expect(text.replace(HIDDEN, "").length).toBeLessThan(16);
    }
  });

  it("each time, in names of fields, in lists and next to another", () => {
    const plain = hiderOf(["abcdef", "ghijkl"]);
    const record = '{"abcdef":["abcdef","xabcdefghijkly"],"n":null}';
    expect(plain.inRecords([record])).toEqual({
      records: [`{"${HIDDEN}":["${HIDDEN}","x${HIDDEN}${HIDDEN}y"],"n":null}`],
      hidden: 4,
    });
  });

  it("of digits alone in a number, which is a text then", () => {
    const digits = hiderOf(["123456"]);
    expect(digits.inRecords(['{"a":-9123456.5e3,"b":[123456,12345],"c":"123456"}'])).toEqual({
      records: [`{"a":"${HIDDEN}","b":["${HIDDEN}",12345],"c":"${HIDDEN}"}`],
      hidden: 3,
    });
  });

  it("and what looks like one across strings or within an escaped is none", () => {
    const records = ['{"a":"b","c":"\\u0041BCDEF"}'];
    expect(hiderOf(['a":"b","c'].concat("0041BCDEF")).inRecords(records)).toEqual({ records, hidden: 0 });
  });

  it("in the midst of more escapes than a stack or a list of places would hold", () => {
    const many = (escaped: string) => escaped.repeat(300_000);
    const record = `{"a":"${many("%41")}${many("\\u0041")}${PASSWORD}${many("\\/")}"}`;
    const { records, hidden } = hider.inRecords([record]);
    expect(hidden).toBe(1);
    expect(records[0]).toBe(record.replace(PASSWORD, HIDDEN));
  });

  it("in a link or a header", () => {
    const link = `<https://x.example/next?key=${encodeURIComponent(KEY)}&p=2>; rel="next"`;
    expect(hider.inText(link)).toEqual({ text: `<https://x.example/next?key=${HIDDEN}&p=2>; rel="next"`, hidden: 1 });
  });
});

describe("what holds none", () => {
  it("passes as it is, the same list", () => {
    const records = ['{"a":"100 % \\u0041 \\/ %41%42","id":1e400,"id":2}', '"\\ud800"', "{}"];
    expect(hider.inRecords(records).records).toBe(records);
  });

  it.each([[["short"]], [[]], [["", "12345"]]])("is everything for values of %j", (values) => {
    const records = ['{"short":"12345"}'];
    expect(hiderOf(values, ["person"]).inRecords(records)).toEqual({ records, hidden: 0 });
  });
});

it("any JSON with a value anywhere in it stays JSON, without the value", () => {
  const random = seeded(23);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  for (let round = 0; round < 3000; round += 1) {
    const value = Array.from({ length: 6 + Math.floor(random() * 20) }, () =>
      String.fromCharCode(0x21 + Math.floor(random() * 94)),
    ).join("");
    const text = pick(SPELLINGS)[1](
      `${pick(["", '"', "\\", "\ud800", "é"])}${pick(WAYS)[1](value)}${pick(["", "x", "\n"])}`,
    );
    const record = pick([`{"a":[${text},1]}`, `[${text}]`, text, `{${text}:null}`]);
    const { records, hidden } = hiderOf([value, "another-secret"]).inRecords([record]);
    expect(hidden, record).toBeGreaterThan(0);
    const left = JSON.stringify(JSON.parse(records[0] ?? ""));
    expect(left, record).not.toContain(JSON.stringify(value).slice(1, -1));
    expect(left, record).toContain(HIDDEN);
  }
});
