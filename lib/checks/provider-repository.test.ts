import { beforeEach, describe, expect, it } from "vitest";
import { findConnector } from "@/lib/connectors/registry";
import { prisma } from "@/lib/platform/database";
import { spend } from "@/lib/platform/rate-limit";
import { limitsOf } from "./limits-of";
import { findAskedHosts, findProviderHost, takeSlot } from "./provider-repository";
import { forgetOldBudgets } from "./read-budget-repository";
import { paceOf, windowOf } from "./request-budget";

beforeEach(async () => {
  await (await prisma()).providerHost.deleteMany();
  await (await prisma()).providerBudget.deleteMany();
});

const HOST = "provider.example";
const neverHeardOf = (id: string): never => {
  throw new Error(`There is no ${id}.`);
};
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

describe("the distance where the provider counts by account or key", () => {
  const own = { distanceMs: 60_000, burst: 1, readBurst: 0, isOwn: true };

  it("is each credential's: one that is at its limit keeps no other from asking", async () => {
    const take = (credential: string, pace = own) => takeSlot({ host: HOST, credential }, pace, undefined, 1000);
    expect([await take("one"), await take("one")]).toEqual([0, 0]);
    expect(await take("one")).toBeUndefined();
    expect(await take("two")).toBe(0);
    // What counts by address is everyone's.
    const shared = { ...own, isOwn: false };
    expect([await take("one", shared), await take("two", shared), await take("three", shared)]).toContain(undefined);
  });

  it("leaves the window of the host what it is: counted for all, and used up for all", async () => {
    const window = { index: 7, share: 3 };
    const taken: (number | undefined)[] = [];
    for (const credential of ["a", "b", "c", "d"])
      taken.push(await takeSlot({ host: HOST, credential }, own, window, 1000));
    expect(taken).toEqual([0, 0, 0, undefined]);
    expect(await findProviderHost(HOST)).toEqual({ windowIndex: 7, requests: 3 });
  });

  it("is what is documented so, at a host that tenants share; all else keeps one pace", () => {
    const isOwn = (id: string) => limitsOf(findConnector(id) ?? neverHeardOf(id)).isOwn ?? false;
    expect(["hubspot", "clari-copilot", "attio", "lemlist", "intercom"].map(isOwn)).toEqual(Array(5).fill(true));
    // By address; under a host of its own; documented nowhere.
    expect(["paddle", "zendesk", "notion"].map(isOwn)).toEqual(Array(3).fill(false));
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
