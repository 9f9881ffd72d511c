import type { CallSamples } from "./call-samples";
import type { Timeline } from "./call-timeline";
import type { CallStatus, ClariCall } from "./clari-call";
import { lowerBound } from "./lower-bound";

/** What can change of a call. */
export type CallVersion = { time: number; modified: number; status: CallStatus };
export type NumberedCall = CallVersion & { number: number };
/** `since`: how many requests had come when it began to be so. */
export type DatedVersion = NumberedCall & { since: number };

/** All generated calls. Only what changed is held; the rest follows from the number. */
export type CallVersions = {
  timeline: Timeline;
  samples: CallSamples;
  /** How many there are, with those that came to be. */
  total(): number;
  sampleOf(number: number): ClariCall;
  isChanged(number: number): boolean;
  /** As it was made, whether it changed since or not. */
  original(number: number): NumberedCall;
  current(number: number): NumberedCall;
  /** Every version, oldest first. */
  history(number: number): readonly DatedVersion[];
  /** Numbers that are no longer as they were made, ascending. */
  changedOriginals: readonly number[];
  /** The current versions of those, and calls that came to be, ascending by time and number. */
  extras: readonly NumberedCall[];
  change(number: number, version: CallVersion, since: number): void;
  create(version: CallVersion, since: number): NumberedCall;
};

export const isEarlier = (a: { time: number; number: number }, b: { time: number; number: number }) =>
  a.time < b.time || (a.time === b.time && a.number < b.number);

const modulo = <T>(items: readonly T[], number: number): T => items[number % items.length] as T;

export function callVersions(timeline: Timeline, samples: CallSamples): CallVersions {
  const histories = new Map<number, DatedVersion[]>();
  const changedOriginals: number[] = [];
  const extras: NumberedCall[] = [];
  let created = 0;

  const place = (call: NumberedCall) => lowerBound(0, extras.length, (index) => isEarlier(extras[index] ?? call, call));
  const sampleOf = (number: number) =>
    modulo(number >= timeline.firstAhead && number < timeline.count ? samples.planned : samples.held, number);
  const original = (number: number): NumberedCall => ({
    number,
    time: timeline.timeOf(number),
    modified: timeline.modifiedOf(number),
    status: sampleOf(number).status,
  });
  const latest = (number: number) => histories.get(number)?.at(-1);

  return {
    timeline,
    samples,
    changedOriginals,
    extras,
    total: () => timeline.count + created,
    sampleOf,
    isChanged: (number) => histories.has(number),
    original,
    current: (number) => latest(number) ?? original(number),
    history: (number) => histories.get(number) ?? [{ ...original(number), since: 0 }],
    change: (number, version, since) => {
      const before = latest(number);
      if (before) extras.splice(place(before), 1);
      else {
        changedOriginals.splice(
          lowerBound(0, changedOriginals.length, (index) => (changedOriginals[index] ?? 0) < number),
          0,
          number,
        );
        histories.set(number, [{ ...original(number), since: 0 }]);
      }
      const call = { ...version, number, since };
      histories.get(number)?.push(call);
      extras.splice(place(call), 0, call);
    },
    create: (version, since) => {
      const call = { ...version, number: timeline.count + created, since };
      created += 1;
      histories.set(call.number, [call]);
      extras.splice(place(call), 0, call);
      return call;
    },
  };
}
