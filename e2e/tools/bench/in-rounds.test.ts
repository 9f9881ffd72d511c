import { expect, it } from "vitest";
import { inRounds } from "./in-rounds";
import { quantile, ratios } from "./statistics";

it("in each round everything is asked, the bare one more often, and prepared once", async () => {
  const calls: string[] = [];
  const act = (name: string) => ({
    name,
    ask: async () => calls.push(name),
    prepare: async (times: number) => calls.push(`${name}, ${times} times`),
    pid: process.pid,
    bare: "a",
  });
  const figures = await inRounds([act("a"), act("b")], { rounds: 3, times: 2 });
  expect(figures.map(({ name, unit, rounds, bare }) => [name, unit, rounds.map(({ length }) => length), bare])).toEqual(
    [
      ["a", "ms", [10, 10, 10], "a"],
      ["a", "CPU ms", [1, 1, 1], "a"],
      ["b", "ms", [2, 2, 2], "a"],
      ["b", "CPU ms", [1, 1, 1], "a"],
    ],
  );
  const runs = calls.filter((call) => call.endsWith("times")).length / 2;
  expect(runs).toBeGreaterThan(3);
  expect(calls.filter((call) => call === "b")).toHaveLength(runs * 2);
});

it("a quantile lies between its neighbours, and a ratio is one of the same round", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
  expect(quantile([], 0.5)).toBeNaN();
  expect(ratios([[8, 9, 7], [20]], [[2, 2, 2], [10]])).toEqual([4, 2]);
});
