import { expect, it } from "vitest";
import { rateLimit, startOfWeek } from "./rate-limit";

it("starts the week on Sunday at 00:00 UTC", () => {
  const sunday = Date.UTC(2026, 5, 28);
  expect(startOfWeek(sunday)).toBe(sunday);
  expect(startOfWeek(sunday - 1)).toBe(sunday - 7 * 86_400_000);
  expect(startOfWeek(Date.UTC(2026, 6, 4, 23, 59, 59))).toBe(sunday);
});

it("frees a place one second after each request", () => {
  let now = Date.UTC(2026, 5, 30);
  const count = rateLimit({ perSecond: 2, perWeek: 100 }, () => now);
  expect([count(), count(), count()]).toEqual([undefined, undefined, "second"]);
  now += 999;
  expect(count()).toBe("second");
  now += 1;
  expect(count()).toBeUndefined();
});

it("counts the week anew on Sunday, and no refused request", () => {
  let now = Date.UTC(2026, 6, 4, 23, 59, 58);
  const count = rateLimit({ perSecond: 2, perWeek: 3 }, () => now);
  expect([count(), count(), count()]).toEqual([undefined, undefined, "second"]);
  now += 1000;
  expect([count(), count()]).toEqual([undefined, "week"]);
  now += 1000;
  expect(count()).toBeUndefined();
});
