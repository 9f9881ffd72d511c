import type { TimeRange } from "@/lib/connectors/reading";

/** A time as a parameter takes it. */
export function timeText(ms: number, unit: TimeRange["unit"]): string {
  if (unit === "iso") return new Date(ms).toISOString();
  return String(unit === "seconds" ? Math.floor(ms / 1000) : ms);
}

/** Providers may not look beyond seconds: a bound that has none below is the same to all of them. */
export const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;
