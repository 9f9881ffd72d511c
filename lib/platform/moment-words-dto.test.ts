import { expect, it } from "vitest";
import { dayInWords, exactMoment, momentHere, momentInUtc, recordedMoment, zoneHere } from "./moment-words-dto";

const iso = "2026-11-24T08:13:20.123Z";

it("writes a moment in UTC and says so, as exactly as it is asked to", () => {
  expect(momentInUtc(iso)).toBe("24 Nov 2026, 08:13 UTC");
  expect(momentInUtc(new Date(iso))).toBe("24 Nov 2026, 08:13 UTC");
  expect(exactMoment(iso)).toBe("24 Nov 2026, 08:13:20 UTC");
  expect(recordedMoment(iso)).toBe("24 Nov 2026, 08:13:20.123 UTC");
});

it("writes it in the zone of the machine that it runs on, without a word about it", () => {
  const format = { dateStyle: "medium", timeStyle: "short", timeZone: zoneHere() } as const;
  expect(momentHere(iso)).toBe(new Intl.DateTimeFormat("en-GB", format).format(new Date(iso)));
});

it("a day is the same everywhere", () => {
  expect(dayInWords("2027-03-03")).toBe("3 Mar 2027");
  expect(dayInWords(new Date("2027-03-03T00:00:00Z"))).toBe("3 Mar 2027");
});
