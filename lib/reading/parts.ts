import type { ParameterValues } from "@/lib/connectors/connector";
import type { Reading, TimeRange } from "@/lib/connectors/reading";
import type { Cursor } from "./cursor";
import { timeText, wholeSecond } from "./time-text";

/** A part of a read: what it asks for beside its position. */
export type Part = {
  parameters: ParameterValues;
  /** Where it begins in time; null is at the first record. */
  from: number | null;
  /** Gone through until a sweep finds nothing new: its records are moved meanwhile. */
  whole: boolean;
};

const givenTime = (given: ParameterValues, id: string): number | null => {
  const time = Date.parse(String(given[id] ?? ""));
  return Number.isNaN(time) ? null : time;
};

/** What asks for records that changed since a time; the person's own bound counts where it is later. */
function changedSince({ changed }: Reading, given: ParameterValues, since: number | null): ParameterValues {
  if (!changed || since === null) return {};
  const from = Math.max(since - changed.overlapSeconds * 1000, givenTime(given, changed.after) ?? 0, 0);
  return { [changed.after]: timeText(from, changed.unit ?? "iso") };
}

/** The past up to the start of the read, and what is to come where records lie there. */
function keysetParts(reading: Reading, range: TimeRange, given: ParameterValues, cursor: Cursor): Part[] {
  const split = wholeSecond(cursor.startedAt);
  const { unit, after, before, overlapSeconds } = range;
  const from = givenTime(given, after);
  const to = givenTime(given, before);
  const until = (time: number | null): ParameterValues => (time === null ? {} : { [before]: timeText(time, unit) });
  const past: Part = {
    parameters: {
      ...reading.fixed,
      ...reading.order,
      ...changedSince(reading, given, cursor.since),
      ...until(Math.min(split, to ?? split)),
    },
    from,
    whole: false,
  };
  if (!range.moves || (to !== null && to <= split)) return [past];
  // A change of status is told, a change of time is not: what is to come is read whole, also where only changes are.
  const ahead: Part = {
    parameters: { ...reading.fixed, ...reading.order, ...until(to) },
    from: Math.max(from ?? 0, split - overlapSeconds * 1000),
    whole: true,
  };
  return [past, ahead];
}

/** The parts of a read, in their order: the same from each of its cursors. */
export function partsOf(reading: Reading, given: ParameterValues, cursor: Cursor): Part[] {
  if (reading.range) return keysetParts(reading, reading.range, given, cursor);
  const parameters = { ...reading.fixed, ...reading.order, ...changedSince(reading, given, cursor.since) };
  return [{ parameters, from: null, whole: false }];
}
