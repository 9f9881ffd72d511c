import type { CallFilter } from "./call-filter";
import type { CallVersions } from "./call-versions";
import type { ClariCall } from "./clari-call";
import { lowerBound } from "./lower-bound";
import { type Boundary, isBeforeSpan, isUpToEnd } from "./time-span";

/** Numbers of calls that match as they were made. They repeat with the samples, so counting them is arithmetic. */
export type MatchingNumbers = {
  has(number: number): boolean;
  countBefore(number: number): number;
  /** The first from `number` on, or Infinity. */
  next(number: number): number;
};

/** `from` up to `to` without it, as far as the sample of a number matches. */
function repeating(from: number, to: number, samples: readonly ClariCall[], matches: (call: ClariCall) => boolean) {
  const period = samples.length;
  const mask = samples.map(matches);
  const sums = [0];
  for (const is of mask) sums.push((sums.at(-1) ?? 0) + (is ? 1 : 0));
  const each = sums[period] ?? 0;
  const upTo = (number: number) => Math.floor(number / period) * each + (sums[number % period] ?? 0);
  const first = upTo(from);
  return {
    has: (number: number) => number >= from && number < to && mask[number % period] === true,
    countBefore: (number: number) => upTo(Math.max(from, Math.min(number, to))) - first,
    next: (number: number) => {
      if (each === 0) return Number.POSITIVE_INFINITY;
      let one = Math.max(from, number);
      while (one < to && !mask[one % period]) one += 1;
      return one < to ? one : Number.POSITIVE_INFINITY;
    },
  };
}

export function matchingNumbers(
  { timeline, samples }: CallVersions,
  filter: CallFilter,
  boundary: Boundary,
): MatchingNumbers {
  const matches = (call: ClariCall) => filter.hasStatus(call.status) && filter.passes(call, false);
  const { timeOf, modifiedOf, count, firstAhead } = timeline;
  const part = (first: number, end: number, of: readonly ClariCall[]) => {
    const isBefore = (number: number) =>
      isBeforeSpan(timeOf(number), filter.time, boundary) ||
      isBeforeSpan(modifiedOf(number), filter.modified, boundary);
    const isNotBehind = (number: number) =>
      isUpToEnd(timeOf(number), filter.time, boundary) && isUpToEnd(modifiedOf(number), filter.modified, boundary);
    const from = lowerBound(first, end, isBefore);
    return repeating(from, lowerBound(from, end, isNotBehind), of, matches);
  };
  const past = part(0, firstAhead, samples.held);
  const ahead = part(firstAhead, count, samples.planned);
  return {
    has: (number) => past.has(number) || ahead.has(number),
    countBefore: (number) => past.countBefore(number) + ahead.countBefore(number),
    next: (number) => Math.min(past.next(number), ahead.next(number)),
  };
}
