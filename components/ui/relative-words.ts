const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

/** Each is said until it is `most` of it, rounded: "59 minutes", and then "1 hour". */
const UNITS = [
  { unit: "second", size: SECOND, most: 60 },
  { unit: "minute", size: MINUTE, most: 60 },
  { unit: "hour", size: HOUR, most: 24 },
  // What is kept or due for a month is said in days, of which people know how many there are.
  { unit: "day", size: DAY, most: 60 },
  { unit: "month", size: YEAR / 12, most: 12 },
  { unit: "year", size: YEAR, most: Number.POSITIVE_INFINITY },
] as const;

// Never "yesterday": a day and an hour ago it may have been the day before.
const words = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** The least unit that is not full, and how much of it. */
export function measure(ms: number) {
  const index = UNITS.findIndex(({ size, most }) => Math.round(ms / size) < most);
  const { unit, size, most } = UNITS[index] ?? UNITS[0];
  return { unit, size, most, count: Math.round(ms / size), below: UNITS[index - 1] };
}

/** How many days ago a day was, both "2026-12-01": "today", "1 day ago", "2 months ago". */
export function dayAgoWords(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY);
  return days < 1 ? "today" : relativeWords(0, days * DAY, false);
}

/**
 * How long ago something was, rounded: "just now", "2 minutes ago". What happened is never to come, whatever the clock of
 * this machine says. Of something to come, how long until then: "in 10 s", "in 1 hour", and "now" from then on.
 */
export function relativeWords(at: number, now: number, coming: boolean): string {
  if (!coming) {
    const { unit, count } = measure(Math.max(now - at, 0));
    return unit === "second" ? "just now" : words.format(-count, unit);
  }
  if (at <= now) return "now";
  const { unit, count } = measure(at - now);
  return unit === "second" ? `in ${Math.max(count, 1)} s` : words.format(count, unit);
}
