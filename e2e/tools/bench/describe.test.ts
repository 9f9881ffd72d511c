import { expect, it } from "vitest";
import { describeComparison, describeRun } from "./describe";
import type { Figure, Run, Unit } from "./figure";
import { readOptions } from "./options";
import type { Part } from "./part";
import { drawRun } from "./picture";

const figure = (name: string, unit: Unit, value: number, bare = ""): Figure => {
  return {
    part: "requests",
    on: "embedded",
    name,
    unit,
    rounds: Array.from({ length: 10 }, () => [value, value]),
    bare,
  };
};
const run: Run = {
  facts: {
    ...{ commit: "0000000", at: "2026-11-30T00:00:00Z", node: "v20", processor: "made up", cores: 2, memoryGiB: 8 },
    ...{ databases: ["embedded"], quick: false },
  },
  figures: [
    figure("the bare route", "ms", 1.5, "the bare route"),
    figure("the bare route", "CPU ms", 1, "the bare route"),
    figure("open <one>", "ms", 6, "the bare route"),
    figure("open <one>", "CPU ms", 3, "the bare route"),
    figure("HTML", "bytes", 2048),
  ],
  notes: ["A note."],
};
const parts: Part[] = [
  { name: "requests", title: "Requests", onEach: true, measure: async () => ({ figures: [] }) },
  { name: "pages", title: "Pages", onEach: true, measure: async () => ({ figures: [] }) },
];

it("a figure's time, its processor time and both ratios stand in one line of the part's table", () => {
  const text = describeRun(run, parts);
  expect(text).toContain("## Requests, embedded");
  expect(text).not.toContain("Pages");
  const lines = text.split("\n").filter((line) => line.startsWith("| open"));
  expect(lines.map((line) => line.split("|").map((cell) => cell.trim()))).toEqual([
    ["", "open <one>", "6.00", "6.00 to 6.00", "6.00", "4.00 ×", "3.00", "3.00 ×", ""],
  ]);
  expect(text).toMatch(/\| HTML .* 2\.0 KiB /);
  expect(text).toContain("A note.");
});

it("of a comparison only what moved is listed", () => {
  const [first] = run.figures;
  if (!first) throw new Error("no figure");
  const same = { figure: first, verdict: "same" as const, before: 1.5, now: 1.5, change: 1 };
  const text = describeComparison([same, { ...same, verdict: "more", now: 3, change: 2 }], run.facts);
  expect(text).toMatch(/requests, embedded: the bare route .*\| +1\.50 \| +3\.00 \| +2\.00 × \| +slower \|/);
  expect(text).toContain("1 of 2 figures did not move beyond the noise.");
});

it("the picture has a bar for each request, in both themes, and an outline of an earlier run", () => {
  const picture = drawRun(run, run);
  expect(picture.match(/class="a"/g)).toHaveLength(3);
  expect(picture.match(/class="before"/g)).toHaveLength(2);
  expect(picture).toContain("open &lt;one>");
  expect(picture).toContain("prefers-color-scheme: dark");
});

it("an option or a part that is none is refused", () => {
  expect(readOptions(["pages", "--quick"], ["pages"])).toMatchObject({ parts: ["pages"], quick: true });
  expect(() => readOptions(["page"], ["pages"])).toThrow("No part is called page.");
  expect(() => readOptions(["--fast"], ["pages"])).toThrow("--fast");
  expect(() => readOptions(["--requests", "many"], ["pages"])).toThrow("--requests");
  expect(readOptions(["--records", "1000000"], [])).toMatchObject({ records: 1_000_000, requests: undefined });
  expect(() => readOptions(["--records", "0"], [])).toThrow("--records is a number of records.");
});
