import { lowerBound } from "./lower-bound";

const HOUR = 3_600_000;
const MONTH = 30 * 24 * HOUR;

export type TimelineOptions = {
  count: number;
  /** How many of them are still to come; every hundredth by default. */
  ahead?: number | undefined;
  /** Milliseconds from one to the next; a minute by default. */
  interval?: number | undefined;
  /** So many calls, from number `at` on, have the time of that one. */
  ties?: { count: number; at: number } | undefined;
  /** The made-up "now", in milliseconds since 1970. */
  until: number;
};

/** Calls by number, from 0: their times ascend with it, and nothing of them is held. Times are milliseconds since 1970. */
export type Timeline = {
  count: number;
  /** The number of the first call that is still to come. */
  firstAhead: number;
  timeOf(number: number): number;
  /** Ascends with the number too, among those of the past and among those to come. */
  modifiedOf(number: number): number;
  /** The first number that has this time or a later one, or `count`. */
  firstAt(time: number): number;
  /** A time to which a call that is to come may be moved, for a fraction from 0 to 1. */
  timeAhead(fraction: number): number;
};

/** Spreads neighbours, so that times are no pattern. */
const scatter = (number: number, below: number) => (Math.imul(number + 1, 0x9e3779b1) >>> 0) % below;

export function callTimeline(options: TimelineOptions): Timeline {
  const { count, until, interval = 60_000, ties } = options;
  const firstAhead = count - Math.min(count, options.ahead ?? Math.floor(count / 100));
  // Behind the next hour: whoever reads up to a "now" a little after `until` meets none of them.
  const slotOf = (number: number) =>
    number < firstAhead ? until - (firstAhead - number) * interval : until + HOUR + (number - firstAhead) * interval;
  const tieOf = (number: number) =>
    ties && number > ties.at && number < ties.at + ties.count ? Math.floor(ties.at) : number;
  const timeOf = (number: number) => {
    const one = tieOf(number);
    return slotOf(one) + scatter(one, interval);
  };
  return {
    count,
    firstAhead,
    timeOf,
    modifiedOf: (number) =>
      number < firstAhead ? slotOf(number) + interval : until - MONTH + (number - firstAhead) * 1000,
    firstAt: (time) => lowerBound(0, count, (number) => timeOf(number) < time),
    timeAhead: (fraction) => until + HOUR + Math.floor(fraction * Math.max(1, count - firstAhead) * interval),
  };
}
