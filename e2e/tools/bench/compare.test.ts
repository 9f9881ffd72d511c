import { expect, it } from "vitest";
import { compareRuns } from "./compare";
import type { Facts, Figure, Run, Unit } from "./figure";

const facts: Facts = {
  ...{ commit: "0000000", at: "2026-11-30T00:00:00Z", node: "v20", processor: "made up", cores: 2, memoryGiB: 8 },
  ...{ databases: ["embedded"], quick: false },
};

/** The same noise each time the tests run: a few percent, as a quiet machine has. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return 0.96 + (0.08 * state) / 2 ** 31;
  };
}

type MadeUp = { bare?: number; open?: number; rounds?: number; seed?: number; machine?: number };

/** A run of a route and the bare one, in milliseconds, on a machine that is so many times as slow. */
function run({ bare = 1, open = 4, rounds = 20, seed = 1, machine = 1 }: MadeUp): Run {
  const next = noise(seed);
  const sampled = (ms: number) => Array.from({ length: rounds }, () => [1, 2, 3].map(() => ms * machine * next()));
  const figure = (name: string, ms: number): Figure => {
    return { part: "requests", on: "embedded", name, unit: "ms", rounds: sampled(ms), bare: "bare" };
  };
  const others = [figure("list", 5), figure("edit", 8), figure("delete", 9)];
  return { facts, figures: [figure("bare", bare), figure("open", open), ...others], notes: [] };
}

function counted(unit: Unit, value: number): Run {
  return { facts, figures: [{ part: "pages", on: "", name: "HTML", unit, rounds: [[value]] }], notes: [] };
}

const verdictOf = (before: Run, now: Run, name: string) =>
  compareRuns(before, now).find(({ figure }) => figure.name === name)?.verdict;

it("the same code twice is the same", () => {
  for (let seed = 2; seed < 50; seed += 1) expect(verdictOf(run({}), run({ seed }), "open"), `${seed}`).toBe("same");
});

it("a route that became slower is seen, and one that became faster", () => {
  expect(verdictOf(run({}), run({ open: 7, seed: 2 }), "open")).toBe("more");
  expect(verdictOf(run({}), run({ open: 2, seed: 2 }), "open")).toBe("less");
  expect(verdictOf(run({}), run({ open: 7, seed: 2 }), "bare")).toBe("same");
});

it("a machine that is half as fast makes no route slower", () => {
  expect(verdictOf(run({}), run({ machine: 2, seed: 2 }), "open")).toBe("same");
  expect(verdictOf(run({}), run({ machine: 2, open: 7, seed: 2 }), "open")).toBe("more");
});

it("a machine that is faster hides no route that became slower", () => {
  const now = run({ machine: 0.6, open: 4 / 0.6, seed: 2 });
  expect(verdictOf(run({}), now, "open")).toBe("more");
  expect(verdictOf(run({}), now, "edit")).toBe("same");
});

it("a bare route that became slower makes no other one faster", () => {
  const now = run({ bare: 2, seed: 2 });
  for (const name of ["open", "list", "edit"]) expect(verdictOf(run({}), now, name)).toBe("only by ratio");
  expect(verdictOf(run({}), now, "bare")).toBe("more");
  // One that became slower besides.
  expect(verdictOf(run({}), run({ bare: 2, open: 12, seed: 2 }), "open")).toBe("more");
});

it("what is sure and small is nothing, and neither is what is large and unsure", () => {
  expect(verdictOf(run({}), run({ open: 4.3, seed: 2 }), "open")).toBe("same");
  const wild = (values: number[]): Run => {
    const rounds = values.map((value) => [value]);
    return { facts, figures: [{ part: "start", on: "", name: "first", unit: "ms", rounds }], notes: [] };
  };
  expect(verdictOf(wild([100, 300, 110, 290, 105]), wild([300, 105, 290, 280, 110]), "first")).toBe("same");
});

it("of few rounds only a large change counts", () => {
  expect(verdictOf(run({ rounds: 3 }), run({ rounds: 3, open: 4.8, seed: 2 }), "open")).toBe("same");
  expect(verdictOf(run({ rounds: 3 }), run({ rounds: 3, open: 6, seed: 2 }), "open")).toBe("more");
  expect(verdictOf(counted("MiB", 200), counted("MiB", 230), "HTML")).toBe("same");
});

it("bytes are counted, so that one in a hundred is a change", () => {
  expect(verdictOf(counted("bytes", 10_000), counted("bytes", 10_050), "HTML")).toBe("same");
  expect(verdictOf(counted("bytes", 10_000), counted("bytes", 10_200), "HTML")).toBe("more");
});

it("says what is new and what is gone, and nothing of parts and databases that were left out", () => {
  const before = run({});
  const now = { ...run({ seed: 2 }), figures: run({ seed: 2 }).figures.filter(({ name }) => name === "bare") };
  expect(verdictOf(before, now, "open")).toBe("gone");
  expect(verdictOf(now, before, "open")).toBe("new");
  expect(compareRuns(counted("bytes", 1), before).map(({ verdict }) => verdict)).toEqual(Array(5).fill("new"));
  const elsewhere = run({}).figures.map((figure) => ({ ...figure, on: "another database" }));
  const both = { ...before, figures: [...before.figures, ...elsewhere] };
  expect(compareRuns(both, before).map(({ verdict }) => verdict)).not.toContain("gone");
});
