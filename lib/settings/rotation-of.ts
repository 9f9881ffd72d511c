import { DAY_MS } from "@/lib/platform/day-ms";
import { type RotationDto, type RotationState, SOON_DAYS } from "./rotation-dto";

/** The day of UTC that a moment lies in, as the midnight that it begins with. */
export function dayOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / DAY_MS) * DAY_MS);
}

export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY_MS);
}

/** A day as it is written down: "2027-03-03". */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** What decides when values are due: a day of their own, and since when they are used. */
export type Values = { rotateBy: Date | null; valuesChangedAt: Date };

/** The day by which values should be replaced: their own, else so many days after they were changed last. */
export function dueDay({ rotateBy, valuesChangedAt }: Values, maxAgeDays: number | null): Date | undefined {
  return rotateBy ?? (maxAgeDays === null ? undefined : addDays(dayOf(valuesChangedAt), maxAgeDays));
}

/** Days are whole days of UTC for everyone: a rotation is overdue from the midnight that ends its due day. */
export function rotationState(due: Date, now: Date): RotationState {
  const today = dayOf(now);
  if (due < today) return "overdue";
  return due <= addDays(today, SOON_DAYS) ? "soon" : "set";
}

/** Undefined where nobody wants the values replaced. */
export function rotationOf(values: Values, maxAgeDays: number | null, now = new Date()): RotationDto | undefined {
  const due = dueDay(values, maxAgeDays);
  return due && { dueOn: isoDay(due), isOwn: values.rotateBy !== null, state: rotationState(due, now) };
}
