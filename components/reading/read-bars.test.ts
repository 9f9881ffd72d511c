import { expect, it } from "vitest";
import { forecastSentence } from "./forecast-words";
import { readBars } from "./read-bars";

it("draws the fullest day at full height, a small one so that it shows, and none where nothing was read", () => {
  const days = [
    { day: "2026-02-27", records: 1, complete: 1, failed: 0 },
    { day: "2026-02-28", records: 0, complete: 0, failed: 0 },
    { day: "2026-03-01", records: 1000, complete: 2, failed: 1 },
  ];
  expect(readBars(days).map(({ height }) => height)).toEqual([0.05, 0, 1]);
  expect(readBars(days.slice(1, 2)).map(({ height }) => height)).toEqual([0]);
  expect(readBars([])).toEqual([]);
});

it("says what a full read takes in the unit that fits", () => {
  const say = (requests: number, seconds: number) => forecastSentence({ requests, seconds }, "Clari Copilot");
  expect(say(480, 80)).toBe("A full read takes about 480 requests, 80 seconds at the pace of Clari Copilot.");
  expect(say(1, 0.2)).toContain("about 1 request, 1 second at");
  expect(say(12_000, 1200)).toContain("12,000 requests, 20 minutes");
  expect(say(1_000_000, 200_000)).toContain("56 hours");
});
