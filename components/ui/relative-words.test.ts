import { expect, it } from "vitest";
import { dayAgoWords, relativeWords } from "./relative-words";
import { untilOtherWords } from "./ticking";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-24T08:13:20.123Z");

it.each([
  [0, "just now"],
  [59 * SECOND, "just now"],
  [60 * SECOND, "1 minute ago"],
  [89 * SECOND, "1 minute ago"],
  [90 * SECOND, "2 minutes ago"],
  [59 * MINUTE + 29 * SECOND, "59 minutes ago"],
  [59 * MINUTE + 30 * SECOND, "1 hour ago"],
  [23 * HOUR, "23 hours ago"],
  [25 * HOUR, "1 day ago"],
  [30 * DAY, "30 days ago"],
  [61 * DAY, "2 months ago"],
  [366 * DAY, "1 year ago"],
  // The clocks of two machines differ.
  [-5 * MINUTE, "just now"],
])("what happened %d ms ago was %s", (ago, words) => {
  expect(relativeWords(NOW - ago, NOW, false)).toBe(words);
});

it.each([
  [300, "in 1 s"],
  [10 * SECOND, "in 10 s"],
  [59 * SECOND, "in 59 s"],
  [60 * SECOND, "in 1 minute"],
  [7 * DAY - 40 * SECOND, "in 7 days"],
  [30 * DAY - 40 * SECOND, "in 30 days"],
  [90 * DAY, "in 3 months"],
  [0, "now"],
  [-HOUR, "now"],
])("what comes in %d ms comes %s", (until, words) => {
  expect(relativeWords(NOW + until, NOW, true)).toBe(words);
});

it("says when the words will be others: not before, and not long after", () => {
  for (const coming of [false, true]) {
    for (let distance = 1; distance < 800 * DAY; distance = Math.ceil(distance * 1.07)) {
      const at = coming ? NOW + distance : NOW - distance;
      const words = relativeWords(at, NOW, coming);
      const wait = untilOtherWords(at, NOW, coming);
      expect(wait).toBeGreaterThan(0);
      expect(relativeWords(at, NOW + Math.ceil(wait) - 1, coming)).toBe(words);
      expect(relativeWords(at, NOW + Math.ceil(wait) + 1, coming), `${words}, ${wait}`).not.toBe(words);
    }
  }
  expect(untilOtherWords(NOW - DAY, NOW, true)).toBe(Number.POSITIVE_INFINITY);
});

it.each([
  ["2026-12-01", "today"],
  // The clock of who wrote it was ahead.
  ["2026-12-02", "today"],
  ["2026-11-30", "1 day ago"],
  ["2026-11-28", "3 days ago"],
  ["2026-09-01", "3 months ago"],
])("a day is told in days: %s is %s", (day, words) => {
  expect(dayAgoWords(day, "2026-12-01")).toBe(words);
});
