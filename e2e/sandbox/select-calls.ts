import type { CallFilter } from "./call-filter";
import { type CallVersions, isEarlier, type NumberedCall } from "./call-versions";
import { lowerBound } from "./lower-bound";
import { type MatchingNumbers, matchingNumbers } from "./matching-numbers";
import { type Boundary, isBeforeSpan, isUpToEnd, isWithin } from "./time-span";

export type SelectedCalls = {
  countAll(): number;
  /** Ascending by time, ties by number. */
  page(skip: number, limit: number): NumberedCall[];
};

/** To walk over so many costs less than to count. */
const WALKED = 500;

/** Whether a version is what the filters ask for. */
export const isAskedFor = (calls: CallVersions, filter: CallFilter, boundary: Boundary) => (call: NumberedCall) =>
  filter.hasStatus(call.status) &&
  isWithin(call.time, filter.time, boundary) &&
  isWithin(call.modified, filter.modified, boundary) &&
  filter.passes(calls.sampleOf(call.number), false);

const extrasBefore = (extras: readonly NumberedCall[], mark: { time: number; number: number }) =>
  lowerBound(0, extras.length, (index) => isEarlier(extras[index] ?? mark, mark));

/** Where each call stands among what is asked for, by counting. */
function ranking(calls: CallVersions, asMade: MatchingNumbers, isAsked: (call: NumberedCall) => boolean) {
  const gone = calls.changedOriginals.filter(asMade.has);
  const extras = calls.extras.filter(isAsked);
  const goneBefore = (number: number) => lowerBound(0, gone.length, (index) => (gone[index] ?? 0) < number);
  return {
    all: asMade.countBefore(calls.timeline.count) - gone.length + extras.length,
    rankOf: (number: number) =>
      asMade.countBefore(number) -
      goneBefore(number) +
      extrasBefore(extras, { number, time: calls.timeline.timeOf(number) }),
  };
}

/** Finds a page among millions without looking at each. */
export function selectCalls(calls: CallVersions, filter: CallFilter, boundary: Boundary): SelectedCalls {
  const { timeline, extras } = calls;
  const asMade = matchingNumbers(calls, filter, boundary);
  const isAsked = isAskedFor(calls, filter, boundary);
  let ranked: ReturnType<typeof ranking> | undefined;
  const ranks = () => {
    ranked ??= ranking(calls, asMade, isAsked);
    return ranked;
  };
  const nextUnchanged = (from: number) => {
    let number = asMade.next(from);
    while (calls.isChanged(number)) number = asMade.next(number + 1);
    return number;
  };
  const nextExtra = (from: number) => {
    for (let index = from; index < extras.length; index += 1) {
      const extra = extras[index];
      if (!extra || !isUpToEnd(extra.time, filter.time, boundary)) break;
      if (isAsked(extra)) return index;
    }
    return Number.POSITIVE_INFINITY;
  };

  /** Goes on from a number and a place among the extras, and leaves out the first `skip`. */
  function walk(firstNumber: number, firstExtra: number, skip: number, limit: number): NumberedCall[] {
    const page: NumberedCall[] = [];
    let index = nextExtra(firstExtra);
    let number = nextUnchanged(firstNumber);
    for (let met = 0; page.length < limit; met += 1) {
      const extra = extras[index];
      const made = number === Number.POSITIVE_INFINITY ? undefined : calls.original(number);
      const one = extra && (!made || isEarlier(extra, made)) ? extra : made;
      if (!one) break;
      if (one === extra) index = nextExtra(index + 1);
      else number = nextUnchanged(number + 1);
      if (met >= skip) page.push(one);
    }
    return page;
  }

  return {
    countAll: () => ranks().all,
    page: (skip, limit) => {
      if (skip <= WALKED) {
        const isBefore = (index: number) => isBeforeSpan(extras[index]?.time ?? 0, filter.time, boundary);
        return walk(0, lowerBound(0, extras.length, isBefore), skip, limit);
      }
      // The last number of which no more than `skip` come before.
      const { rankOf } = ranks();
      const start = lowerBound(0, timeline.count, (number) => rankOf(number + 1) <= skip);
      const mark = { number: start, time: timeline.timeOf(start) };
      return walk(start, extrasBefore(extras, mark), skip - rankOf(start), limit);
    },
  };
}
