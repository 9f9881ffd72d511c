import { beforeEach, expect, it } from "vitest";
import type { Connector } from "@/lib/connectors/connector";
import { findHttpConnector } from "@/lib/connectors/registry";
import { WEEK } from "@/lib/connectors/spans";
import { prisma } from "@/lib/platform/database";
import { limitsOf } from "./limits-of";
import { takeSlot } from "./provider-repository";
import { openReadBudget } from "./read-budget";
import { paceOf, windowOf } from "./request-budget";

const clari = findHttpConnector("clari-copilot");
if (!clari) throw new Error("no connector");
const withLimits = (perSecond: number, requests = 1000): Connector => ({
  ...clari,
  limits: [
    { requests: perSecond, seconds: 1, of: "account" },
    { requests, seconds: WEEK, of: "account" },
  ],
});
const ASKED = { host: "provider.example", credential: "one" };
const ever = Number.POSITIVE_INFINITY;
const open = (connector: Connector, signal = new AbortController().signal) => openReadBudget(connector, ASKED, signal);
const counted = async () => {
  const row = await (await prisma()).providerBudget.findFirst({ where: ASKED });
  return row && { requests: row.requests, reads: row.reads };
};

beforeEach(async () => {
  await (await prisma()).providerBudget.deleteMany();
  await (await prisma()).providerHost.deleteMany();
});

it("readers of one credential count together, and take turns", async () => {
  // One place every 40 ms.
  const connector = withLimits(25 / 0.6);
  let taken = 0;
  const turns = [0, 0, 0];
  const readers = turns.map(async (_, reader) => {
    const budget = open(connector);
    while (taken < 36) {
      expect(await budget.take(ever)).toBe("now");
      taken += 1;
      turns[reader] = (turns[reader] ?? 0) + 1;
    }
    await budget.end();
  });
  await Promise.all(readers);
  expect(await counted()).toEqual({ requests: taken, reads: taken });
  for (const turn of turns) expect(turn).toBeGreaterThan(6);
});

it("what is taken in advance and not used is given back, and so is a place that is not waited for", async () => {
  const fast = open(withLimits(1000));
  expect(await fast.take(ever)).toBe("now");
  expect((await counted())?.reads).toBeGreaterThan(10);
  await fast.end();
  expect(await counted()).toEqual({ requests: 1, reads: 1 });

  // The next place is a minute away.
  const slow = withLimits(1 / 36);
  const hangUp = new AbortController();
  const [first, second] = [open(slow), open(slow, hangUp.signal)];
  expect(await first.take(ever)).toBe("now");
  const waiting = second.take(ever);
  await expect.poll(async () => (await counted())?.reads).toBe(3);
  hangUp.abort();
  expect(await waiting).toBe("stopped");
  await Promise.all([first.end(), second.end()]);
  expect(await counted()).toEqual({ requests: 2, reads: 2 });
});

it("reads stop at their share of the week, and say when there is room; checks count, and go on", async () => {
  const connector = withLimits(10_000, 10);
  const limits = limitsOf(connector);
  const check = () => takeSlot(ASKED, paceOf(limits), windowOf(limits), 1000);
  const budget = open(withLimits(30, 10));
  expect(await check()).toBeDefined();
  for (let read = 0; read < 5; read += 1) expect(await budget.take(ever)).toBe("now");
  const room = await budget.take(ever);
  expect(room).toEqual({ usedUpForMs: expect.any(Number) });
  expect(await check()).toBeDefined();
  expect(await counted()).toEqual({ requests: 7, reads: 5 });
});

it("nobody waits for a place that comes too late", async () => {
  const slow = withLimits(1 / 36);
  const [first, second, third] = [open(slow), open(slow), open(slow)];
  expect(await first.take(ever)).toBe("now");
  const hangUp = new AbortController();
  const waiting = open(slow, hangUp.signal).take(ever);
  await expect.poll(async () => (await counted())?.reads).toBe(2);
  expect(await second.take(performance.now() + 1000)).toBe("too-late");
  expect(await third.take(performance.now() + 1000)).toBe("too-late");
  hangUp.abort();
  await waiting;
});

it("where an hour is what is limited, a preview after a check has its places at once, and none too late", async () => {
  const hourly: Connector = { ...clari, limits: [{ requests: 60, seconds: 3600, of: "account" }] };
  const limits = limitsOf(hourly);
  expect(await takeSlot(ASKED, paceOf(limits), windowOf(limits), 0)).toBeLessThan(50);
  const preview = open(hourly);
  const started = performance.now();
  const soon = () => performance.now() + 12_000;
  for (let page = 0; page < 6; page += 1) expect(await preview.take(soon())).toBe("now");
  // The next one is less than a distance away, and yet later than anyone waits.
  expect(await open(hourly).take(soon())).toBe("too-late");
  expect(await preview.take(soon())).toBe("too-late");
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(await counted()).toEqual({ requests: 7, reads: 6 });
});
