import { rankTest } from "../rank-test";
import { bareOf, type Figure, type Run } from "./figure";
import { median, ratios, roundMedians } from "./statistics";

/** A change below this is none, however sure it is: two runs of the same code differ by as much. */
const LEAST_CHANGE = 0.1;
/** What is counted and not timed is the same each time. */
const LEAST_CHANGE_OF_COUNTS = 0.01;
/** Chance alone may say so once in a hundred figures. */
const LEAST_CERTAINTY = 0.01;
/** With fewer rounds no rank test can tell: the size of the change decides alone, and has to be a larger one. */
const FEWEST_ROUNDS = 5;
const LEAST_CHANGE_OF_FEW = 0.3;

export type Verdict =
  | "same"
  | "more"
  | "less"
  /** Against the bare one only: what changed is the bare one. */
  | "only by ratio"
  | "new"
  | "gone";

export type Comparison = {
  figure: Figure;
  verdict: Verdict;
  /** Medians of the rounds. */
  before: number;
  now: number;
  /** Now by before; of the ratios to the bare one, where there is one. */
  change: number;
};

/** Which way the second sample lies from the first, or 0 where it is within the noise of both. */
export function moved(before: number[], now: number[], isCount = false): -1 | 0 | 1 {
  const [from, to] = [median(before), median(now)];
  const change = Math.abs(to - from) / Math.abs(from);
  const canTell = Math.min(before.length, now.length) >= FEWEST_ROUNDS;
  const least = isCount ? LEAST_CHANGE_OF_COUNTS : canTell ? LEAST_CHANGE : LEAST_CHANGE_OF_FEW;
  if (!(change >= least)) return 0;
  if (canTell && rankTest(before, now).p >= LEAST_CERTAINTY) return 0;
  return to > from ? 1 : -1;
}

function compare(figure: Figure, before: Run, now: Run): Comparison {
  const old = before.figures.find((other) => keyOf(other) === keyOf(figure));
  const values = roundMedians(figure.rounds);
  if (!old) return { figure, verdict: "new", before: Number.NaN, now: median(values), change: Number.NaN };
  const earlier = roundMedians(old.rounds);
  const isCount = figure.unit === "bytes" || figure.unit === "requests";
  const way = moved(earlier, values, isCount);
  const bare = bareOf(figure, now.figures);
  const oldBare = bareOf(old, before.figures);
  const result = { figure, before: median(earlier), now: median(values) };
  const word = (direction: number): Verdict => (direction === 0 ? "same" : direction > 0 ? "more" : "less");
  // Bytes are the same on each machine: nothing has to be divided.
  if (!bare || !oldBare || isCount) return { ...result, verdict: word(way), change: result.now / result.before };
  const [oldRatios, newRatios] = [ratios(old.rounds, oldBare.rounds), ratios(figure.rounds, bare.rounds)];
  const wayOfRatio = moved(oldRatios, newRatios);
  const change = median(newRatios) / median(oldRatios);
  return { ...result, verdict: wayOfRatio === 0 || wayOfRatio === way ? word(wayOfRatio) : "only by ratio", change };
}

const keyOf = ({ part, on, name, unit }: Figure) => [part, on, name, unit].join("\n");

/**
 * What moved beyond the noise. A figure with a bare one beside it moved where the ratio to it did, and the figure itself
 * the same way: a slower machine moves the figure alone, a slower bare route the ratio alone.
 */
export function compareRuns(before: Run, now: Run): Comparison[] {
  const measuredParts = new Set(now.figures.map(({ part }) => part));
  const isGone = (old: Figure) =>
    measuredParts.has(old.part) && !now.figures.some((figure) => keyOf(figure) === keyOf(old));
  return [
    ...now.figures.map((figure) => compare(figure, before, now)),
    ...before.figures.filter(isGone).map((figure): Comparison => {
      return {
        figure,
        verdict: "gone",
        before: median(roundMedians(figure.rounds)),
        now: Number.NaN,
        change: Number.NaN,
      };
    }),
  ];
}
