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
  /** Against the bare one only, and so did most of the others: what changed is the bare one. */
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

const keyOf = ({ part, on, name, unit }: Figure) => [part, on, name, unit].join("\n");
const wordOf = (way: number): Verdict => (way === 0 ? "same" : way > 0 ? "more" : "less");

type Moves = Omit<Comparison, "verdict"> & {
  /** By itself. */
  way: number;
  /** Against the bare one; nothing where there is none. */
  wayOfRatio?: number;
};

function movesOf(figure: Figure, old: Figure, before: Run, now: Run): Moves {
  const values = roundMedians(figure.rounds);
  const earlier = roundMedians(old.rounds);
  // Bytes are the same on each machine: nothing has to be divided.
  const isCount = figure.unit === "bytes" || figure.unit === "requests";
  const way = moved(earlier, values, isCount);
  const medians = { before: median(earlier), now: median(values) };
  const [bare, oldBare] = [bareOf(figure, now.figures), bareOf(old, before.figures)];
  if (isCount || !bare || !oldBare || bare === figure)
    return { figure, ...medians, change: medians.now / medians.before, way };
  const [oldRatios, newRatios] = [ratios(old.rounds, oldBare.rounds), ratios(figure.rounds, bare.rounds)];
  const change = median(newRatios) / median(oldRatios);
  return { figure, ...medians, change, way, wayOfRatio: moved(oldRatios, newRatios) };
}

/** What the ratio says, if there is one; unless it says the same of most that were divided by the same. */
function verdictOf({ figure, way, wayOfRatio }: Moves, all: Moves[]): Verdict {
  if (wayOfRatio === undefined) return wordOf(way);
  if (wayOfRatio === 0 || wayOfRatio === way) return wordOf(wayOfRatio);
  const bareKey = (one: Figure) => keyOf({ ...one, name: one.bare ?? "" });
  const besides = all.filter((other) => other.wayOfRatio !== undefined && bareKey(other.figure) === bareKey(figure));
  const alike = besides.filter((other) => other.wayOfRatio === wayOfRatio);
  return alike.length * 2 > besides.length ? "only by ratio" : wordOf(wayOfRatio);
}

/**
 * What moved beyond the noise. Of a figure with a bare one beside it the ratio to that decides, so that a slower machine
 * moves nothing. Where most ratios moved one way and the figures themselves did not, it was the bare one that moved.
 */
export function compareRuns(before: Run, now: Run): Comparison[] {
  const place = ({ part, on }: Figure) => `${part} ${on}`;
  const measured = new Set(now.figures.map(place));
  const find = ({ figures }: Run, figure: Figure) => figures.find((other) => keyOf(other) === keyOf(figure));
  const moves = now.figures.flatMap((figure) => {
    const old = find(before, figure);
    return old ? [movesOf(figure, old, before, now)] : [];
  });
  const middle = ({ rounds }: Figure) => median(roundMedians(rounds));
  const [isNew, isGone] = [
    (figure: Figure) => !find(before, figure),
    (figure: Figure) => measured.has(place(figure)) && !find(now, figure),
  ];
  return [
    ...moves.map((one): Comparison => ({ ...one, verdict: verdictOf(one, moves) })),
    ...now.figures.filter(isNew).map((figure): Comparison => {
      return { figure, verdict: "new", before: Number.NaN, now: middle(figure), change: Number.NaN };
    }),
    ...before.figures.filter(isGone).map((figure): Comparison => {
      return { figure, verdict: "gone", before: middle(figure), now: Number.NaN, change: Number.NaN };
    }),
  ];
}
