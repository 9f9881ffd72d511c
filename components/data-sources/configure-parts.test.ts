import { describe, expect, it, vi } from "vitest";
import { copyName } from "./copy-name";
import { parseDraft, readDraft, saysTheSame, writeDraft } from "./draft";
import { splitEntries } from "./split-entries";
import { fromLocalText, isMoment, toLocalText } from "./zoned-time";

describe("entries that are typed or pasted", () => {
  const whole = (text: string) => splitEntries(text, true).entries;

  it("are one a line, or with commas between", () => {
    expect(whole("a@b.c, d@e.f\r\ng@h.i\n\n,")).toEqual(["a@b.c", "d@e.f", "g@h.i"]);
  });

  it("are complete at the comma, and what is behind it is still being typed", () => {
    expect(splitEntries("a@b.c,d", false)).toEqual({ entries: ["a@b.c"], rest: "d" });
    expect(splitEntries("a@b.c", false)).toEqual({ entries: [], rest: "a@b.c" });
  });

  it("keep a comma in quotes, and a quote that is left open ends with the line", () => {
    expect(splitEntries('"Pricing, disc', false)).toEqual({ entries: [], rest: '"Pricing, disc' });
    expect(whole('"Pricing, discounts", Renewal\n"open, end\nnext')).toEqual([
      "Pricing, discounts",
      "Renewal",
      "open, end",
      "next",
    ]);
    expect(whole('19" rack, next')).toEqual(['19" rack', "next"]);
  });
});

describe("a moment", () => {
  it("is shown where the person is and kept in UTC, over the change of summer time too", () => {
    vi.stubEnv("TZ", "Europe/Berlin");
    expect(toLocalText("2026-05-03T12:00:00.000Z")).toBe("2026-05-03T14:00");
    expect(toLocalText("2026-12-03T23:30:00.000Z")).toBe("2026-12-04T00:30");
    expect(fromLocalText("2026-05-03T14:00")).toBe("2026-05-03T12:00:00.000Z");
    for (const iso of ["2026-03-29T00:59:59.000Z", "2026-03-29T01:00:00.007Z", "2026-10-24T22:00:00.000Z"])
      expect(fromLocalText(toLocalText(iso))).toBe(iso);
    vi.unstubAllEnvs();
  });

  it("that is none is left to the form to refuse", () => {
    expect(fromLocalText("")).toBe("");
    expect(fromLocalText("999999-99-99T00:00")).toBe("999999-99-99T00:00");
    expect(toLocalText("soon")).toBe("");
    expect(toLocalText(undefined)).toBe("");
    expect(["2026-05-03T12:00:00.000Z", "2026-05-03T12:00", "", 5].map(isMoment)).toEqual([true, false, false, false]);
  });
});

describe("a draft", () => {
  const values = { name: "Calls", endpointId: "calls", parameters: { filterTopics: ["a"] } };

  it("comes back as it was kept", () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    };
    const draft = { values: { ...values, credentialId: "c" }, base: { ...values, name: "Before" }, revision: 3 };
    writeDraft(storage, "one", draft);
    expect(readDraft(storage, "one")).toEqual(draft);
    expect(readDraft(storage, "another")).toBeUndefined();
  });

  it("is none where it is something else, or the browser keeps its storage to itself", () => {
    for (const text of [
      null,
      "",
      "{",
      "[]",
      "5",
      '{"values":[]}',
      '{"values":{"name":1,"endpointId":"","parameters":{}}}',
    ])
      expect(parseDraft(text)).toBeUndefined();
    expect(parseDraft(JSON.stringify({ values, base: { name: 1 } }))).toEqual({ values });
    const refuses = () => {
      throw new Error("SecurityError");
    };
    const storage = { getItem: refuses, setItem: refuses, removeItem: refuses };
    expect(readDraft(storage, "one")).toBeUndefined();
    expect(() => writeDraft(storage, "one", { values })).not.toThrow();
  });

  it("is no other than the form's beginning where fields were only emptied again", () => {
    const touched = { ...values, parameters: { other: "", none: undefined, off: false, few: [], filterTopics: ["a"] } };
    expect(saysTheSame(values, touched)).toBe(true);
    expect(saysTheSame(values, { ...values, parameters: { filterTopics: ["b"] } })).toBe(false);
    expect(saysTheSame(values, { ...values, name: "Other" })).toBe(false);
  });
});

it("a copy has a name of its own, which is not too long", () => {
  expect(copyName("EU calls")).toBe("Copy of EU calls");
  const longest = copyName("👩‍👩‍👧".repeat(100));
  expect([...new Intl.Segmenter("en").segment(longest)]).toHaveLength(100);
  expect(longest.endsWith("👩‍👩‍👧")).toBe(true);
});
