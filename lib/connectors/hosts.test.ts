import { describe, expect, it } from "vitest";
import { hostName, originOf, reduceHost } from "./hosts";

const label = { is: "label", suffix: ".acme.example" } as const;
const name = { is: "name", suffixes: [".my.acme.example", ".acme.example"] } as const;

describe("what people type of a host", () => {
  it.each([
    ["north", "north"],
    [" North ", "north"],
    ["https://north.acme.example/agent/1?x#y", "north"],
    ["north.acme.example", "north"],
    ["north.evil.example", "north.evil.example"],
    ["http://north.acme.example:444", "north.acme.example:444"],
  ])("%j is %j before the suffix", (typed, reduced) => expect(reduceHost(typed, label)).toBe(reduced));

  it("is a whole name where the provider has several zones", () => {
    expect(reduceHost("https://North.my.acme.example/home", name)).toBe("north.my.acme.example");
    expect(hostName("north--sbx.my.acme.example", name)).toBe("north--sbx.my.acme.example");
  });
});

describe("a host", () => {
  it.each(["a", "north", "north-1", "0", "a".repeat(63)])("%s is a label", (text) =>
    expect(hostName(text, label)).toBe(`${text}.acme.example`),
  );

  it.each(["", "-a", "a-", "a.b", "a/b", "a@b", "a#b", "a?b", "a:1", "a\\b", "A", "é", "a_b", "%61", "a".repeat(64)])(
    "%j is none",
    (text) => expect(hostName(text, label)).toBeUndefined(),
  );

  it.each([
    "acme.example",
    "evil.example",
    "north.acme.example.evil",
    "a@evil.acme.example",
    ".acme.example",
    "a.b.c.d.acme.example",
  ])("%j is no name under a zone", (text) => expect(hostName(text, name)).toBeUndefined());
});

describe("an origin", () => {
  const fields = [{ id: "site", host: label }, { id: "key" }];
  it("is of the values, and none where they name none", () => {
    const typed = { kind: "typed", field: "site" } as const;
    expect(originOf(typed, fields, { site: "north" })).toBe("https://north.acme.example");
    expect(originOf(typed, fields, { site: "evil.example/" })).toBeUndefined();
    expect(originOf(typed, fields, {})).toBeUndefined();
    expect(originOf({ kind: "typed", field: "key" }, fields, { key: "north" })).toBeUndefined();
  });

  it("is one of those that can be chosen, and no key of an object's own", () => {
    const choice = { kind: "choice", field: "key", origins: { eu: "https://eu.acme.example" } } as const;
    expect(originOf(choice, fields, { key: "eu" })).toBe("https://eu.acme.example");
    for (const key of ["us", "constructor", "__proto__"]) expect(originOf(choice, fields, { key })).toBeUndefined();
  });

  it("is told by the end of a key", () => {
    const keyEnd = { kind: "keyEnd", field: "key", after: "-", suffix: ".api.acme.example" } as const;
    expect(originOf(keyEnd, fields, { key: "abc-def-us6" })).toBe("https://us6.api.acme.example");
    for (const key of ["abc", "abc-", "abc-us6.evil", "abc-US6", "abc-us6/", "abc-6", "-"])
      expect(originOf(keyEnd, fields, { key })).toBeUndefined();
  });
});
