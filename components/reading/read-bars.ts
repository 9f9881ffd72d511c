import type { ReadDayDto } from "@/lib/reading/reads-dto";

/** A day of the chart: its height is between 0 and 1, of the fullest day. */
export type ReadBar = ReadDayDto & { height: number };

/** A day with few records beside a full one still shows. */
export function readBars(days: readonly ReadDayDto[]): ReadBar[] {
  const most = Math.max(1, ...days.map(({ records }) => records));
  return days.map((day) => ({ ...day, height: day.records === 0 ? 0 : Math.max(0.05, day.records / most) }));
}
