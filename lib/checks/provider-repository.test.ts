import { beforeEach, describe, expect, it } from "vitest";
import { prisma } from "@/lib/platform/database";
import { spend } from "@/lib/platform/rate-limit";
import { findAskedHosts, takeSlot } from "./provider-repository";
import { forgetOldBudgets } from "./read-budget-repository";
import { paceOf, windowOf } from "./request-budget";

beforeEach(async () => {
  await (await prisma()).providerHost.deleteMany();
});

const HOST = "provider.example";
describe("the distance between requests to one host", () => {
  it("stays below Clari's ten a second, bursts included", async () => {
    const moments: number[] = [];
    for (let request = 0; request < 30; request += 1) {
      const wait =
        (await takeSlot({ host: HOST, credential: "one" }, paceOf({ perSecond: 10 }), undefined, 60_000)) ?? Number.NaN;
      moments.push(performance.now() + wait);
    }
    // Whatever second one looks at, fewer than ten of the moments lie in it.
    moments.sort((a, b) => a - b);
    for (const [index, moment] of moments.entries())
      expect(moments.slice(index).filter((other) => other < moment + 1000).length).toBeLessThan(10);
  });

  it("takes none where it would come too late", async () => {
    const pace = { distanceMs: 1000, burst: 0, readBurst: 0 };
    expect(await takeSlot({ host: HOST, credential: "one" }, pace, undefined, 0)).toBeLessThan(50);
    expect(await takeSlot({ host: HOST, credential: "one" }, pace, undefined, 100)).toBeUndefined();
    const wait = await takeSlot({ host: HOST, credential: "one" }, pace, undefined, 5000);
    expect(wait).toBeGreaterThan(500);
    expect(wait).toBeLessThanOrEqual(1000);
  });
});

it("a week's share is counted from Sunday on, and used up for everyone", async () => {
  const limits = { perSecond: 1000, window: { requests: 6, period: "week" } } as const;
  const saturday = Date.UTC(2026, 10, 21, 23, 59);
  const take = (now: number) =>
    takeSlot({ host: HOST, credential: "one" }, paceOf(limits), windowOf(limits, now), 1000);
  const taken = await Promise.all(Array.from({ length: 5 }, () => take(saturday)));
  expect(taken.filter((wait) => wait !== undefined)).toHaveLength(3);
  expect(await take(saturday + 60_000)).toBeDefined();
  expect(windowOf(limits, saturday)?.endsAt).toBe(Date.UTC(2026, 10, 22));
});

it("I8: a limit counts all uses of its key, and says how long to wait", async () => {
  const limit = { name: "test", points: 3, seconds: 60 };
  const spent = await Promise.all(Array.from({ length: 5 }, () => spend(limit, "ada")));
  expect(spent.filter((wait) => wait === undefined)).toHaveLength(3);
  expect(spent.find((wait) => wait !== undefined)).toBeGreaterThan(50);
  expect(await spend(limit, "grace")).toBeUndefined();
});

it("hosts that nobody asked for so long are forgotten, and others are not", async () => {
  for (const host of ["old.example", "new.example"])
    await takeSlot({ host, credential: "one" }, paceOf({ perSecond: 10 }), undefined, 0);
  const { providerHost } = await prisma();
  await providerHost.update({ where: { host: "old.example" }, data: { nextSlotAt: new Date("2026-01-01") } });
  await forgetOldBudgets(new Date("2026-02-01"));
  expect([...(await findAskedHosts(["old.example", "new.example"]))]).toEqual(["new.example"]);
});
