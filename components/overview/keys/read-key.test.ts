import { describe, expect, it } from "vitest";
import { ACTS, allowed, matching, PLACES, type Rights, THEMES } from "./commands";
import { readCombination, type Stroke } from "./read-combination";
import { keyReader, readKey } from "./read-key";

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : "",
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const ctrl = { ctrlKey: true };
const meta = { metaKey: true };
const commands = new Map([
  ["c", "/credentials?add=1"],
  ["g c", "/credentials"],
  ["g ,", "/settings"],
]);

describe("a combination", () => {
  it.each([
    ["k", ctrl, false, "palette"],
    ["K", ctrl, false, "palette"],
    ["k", meta, true, "palette"],
    // Deletes to the end of the line there.
    ["k", ctrl, true, undefined],
    ["k", meta, false, undefined],
    ["k", { ...ctrl, shiftKey: true }, false, undefined],
    ["k", { ...ctrl, altKey: true }, false, undefined],
    ["k", {}, false, undefined],
    ["Enter", ctrl, false, "save"],
    ["Enter", meta, true, "save"],
    ["Enter", {}, false, undefined],
    // The same key on a Greek keyboard, and another one of a Dvorak one.
    ["κ", { ...ctrl, code: "KeyK" }, false, "palette"],
    ["t", { ...ctrl, code: "KeyK" }, false, undefined],
  ])("of %s with %j, on a Mac: %s, is %s", (key, more, isMac, meaning) => {
    expect(readCombination(stroke(key, more), isMac)).toBe(meaning);
  });
});

describe("a key alone", () => {
  it.each([
    ["c", {}, undefined, { href: "/credentials?add=1" }],
    ["C", {}, undefined, { href: "/credentials?add=1" }],
    ["C", { shiftKey: true }, undefined, undefined],
    ["c", ctrl, undefined, undefined],
    ["c", meta, undefined, undefined],
    ["c", { altKey: true }, undefined, undefined],
    ["с", { code: "KeyC" }, undefined, { href: "/credentials?add=1" }],
    ["g", {}, undefined, { first: "g" }],
    ["c", {}, "g", { href: "/credentials" }],
    [",", {}, "g", { href: "/settings" }],
    [",", {}, undefined, undefined],
    // No second key of it: it begins anew.
    ["g", {}, "g", { first: "g" }],
    ["x", {}, "g", undefined],
    ["?", { shiftKey: true }, undefined, "keys"],
    ["/", {}, undefined, "search"],
    ["/", ctrl, undefined, undefined],
    ["Escape", {}, undefined, undefined],
    ["ArrowDown", {}, undefined, undefined],
    ["Dead", {}, undefined, undefined],
  ])("%s with %j after %s is %j", (key, more, first, meaning) => {
    expect(readKey(stroke(key, more), first, commands)).toEqual(meaning);
  });
});

it("the second key of two is waited for, but not for long", () => {
  const read = keyReader(commands);
  expect([read(stroke("g"), 0), read(stroke("c"), 1000)]).toEqual([undefined, { href: "/credentials" }]);
  expect([read(stroke("g"), 2000), read(stroke("c"), 4000)]).toEqual([undefined, { href: "/credentials?add=1" }]);
  expect([read(stroke("g"), 5000), read(stroke("x"), 5100), read(stroke(","), 5200)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

describe("commands", () => {
  const all: Rights = ["addCredential", "createSource", "invite", "tokens", "audit", "settings"];
  const labels = (text: string, rights: Rights = all) =>
    matching(allowed([...ACTS, ...PLACES], rights), text).map(({ label }) => label);

  it("have keys of their own, and none that another one begins with", () => {
    const keys = [...ACTS, ...PLACES].flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    for (const one of keys) expect(keys.filter((other) => other.startsWith(`${one} `))).toEqual([]);
  });

  it("are found by the beginnings of words, without case and accents, those by their label first", () => {
    expect(labels("cred")[0]).toBe("Add Credential");
    expect(labels("CRÉD add")).toEqual(["Add Credential"]);
    expect(labels("webhook")).toEqual(["Notice settings"]);
    expect(labels("settings")[0]).toBe("Settings");
    expect(labels("interval")).toEqual(["Credential settings"]);
    expect(labels("key")[0]).toBe("Show keyboard shortcuts");
    expect(labels("no such thing")).toEqual([]);
  });

  it("each do one thing", () => {
    for (const { id, href, opens, theme } of [...ACTS, ...PLACES, ...THEMES])
      expect([href, opens, theme].filter(Boolean), id).toHaveLength(1);
  });

  it("put on a theme, the system's too", () => {
    expect(matching(THEMES, "dark")[0]?.theme).toBe("dark");
    expect(matching(THEMES, "theme").map(({ theme }) => theme)).toEqual(["light", "dark", "system"]);
  });

  it("are those of the role", () => {
    expect(labels("", [])).toEqual([
      "Show keyboard shortcuts",
      "Get help with this screen",
      "Overview",
      "Data sources",
      "Credentials",
      "Members",
      "Notices",
      "Guides",
      "Your account",
    ]);
  });
});
