import { beforeEach, describe, expect, it } from "vitest";
import { prisma } from "@/lib/platform/database";
import { closeCircuit, countFailure, enterCircuit } from "./circuit-repository";

beforeEach(async () => {
  await (await prisma()).providerCircuit.deleteMany();
});

const host = "provider.example";
const CLOSED = { state: "closed" };
const enter = (credential: string, byHand = false) => enterCircuit({ host, credential, byHand });
const fail = async (...credentials: string[]) => {
  for (const credential of credentials) await countFailure({ host, credential });
};
/** How long the schedule waits before it asks about a credential; undefined where it may. */
const pauseOf = async (credential: string) => {
  const circuit = await enter(credential);
  return circuit.state === "open" ? circuit.retryAfterSeconds : undefined;
};
const MINUTE = 60_000;
/** As if so much time had passed. */
const later = async (ms: number) => {
  const client = await prisma();
  for (const { credential, openUntil, probedAt } of await client.providerCircuit.findMany())
    await client.providerCircuit.update({
      where: { host_credential: { host, credential } },
      data: {
        openUntil: openUntil && new Date(openUntil.getTime() - ms),
        probedAt: probedAt && new Date(probedAt.getTime() - ms),
      },
    });
};

describe("P13: the circuit of a provider's host", () => {
  it("is opened by three different credentials, and by no number of failures of two", async () => {
    await fail("a", "b", "a", "b", "a", "b", "a", "a");
    expect(await enter("c")).toEqual(CLOSED);
    await fail("c");
    const pause = await pauseOf("d");
    expect(pause).toBeGreaterThan(20);
    expect(pause).toBeLessThan(40);
    expect(await enterCircuit({ host: "another.example", credential: "d", byHand: false })).toEqual(CLOSED);
  });

  it("is opened by three at the same moment, too", async () => {
    await Promise.all(["a", "b", "c"].map((credential) => countFailure({ host, credential })));
    expect(await enter("d")).toMatchObject({ state: "open", to: "everyone" });
  });

  it("stays closed where one was answered in between", async () => {
    await fail("a", "b");
    await closeCircuit({ host, credential: "d" });
    await fail("c", "a");
    expect(await enter("d")).toEqual(CLOSED);
    await fail("d");
    expect(await enter("e")).toMatchObject({ state: "open", to: "everyone" });
  });

  it("lets exactly one of many ask once the pause is over", async () => {
    await fail("a", "b", "c");
    await later(MINUTE);
    const entered = await Promise.all(Array.from({ length: 20 }, (_, n) => enter(`other-${n}`)));
    expect(entered.filter(({ state }) => state === "closed")).toHaveLength(1);
  });

  it("lets one person of all ask in spite of the pause, once in 30 seconds", async () => {
    await fail("a", "b", "c", "d", "e", "f", "g");
    const people = () => Promise.all(Array.from({ length: 20 }, (_, n) => enter(`by-hand-${n}`, true)));
    const through = async () => (await people()).filter(({ state }) => state === "closed").length;
    expect(await through()).toBe(1);
    const next = await enter("h", true);
    expect(next).toMatchObject({ state: "open", to: "everyone" });
    expect("retryAfterSeconds" in next && next.retryAfterSeconds).toBeLessThanOrEqual(30);
    await later(29_000);
    expect(await through()).toBe(0);
    await later(1100);
    expect(await through()).toBe(1);
    // The schedule waits for the end of the pause all the same.
    expect(await pauseOf("i")).toBeGreaterThan(60);
  });

  it("pauses longer with each credential that fails, up to five minutes, and closes with one answer", async () => {
    await fail(..."abcdefghijklmnopqrstuvwxyz");
    const pause = await pauseOf("0");
    expect(pause).toBeGreaterThan(240);
    expect(pause).toBeLessThan(360);
    await closeCircuit({ host, credential: "0" });
    expect(await enter("1")).toEqual(CLOSED);
  });
});

describe("the circuit of one credential", () => {
  it("opens after five failures in a row, for it alone, and longer with each", async () => {
    await fail("a", "a", "a", "a");
    expect(await enter("a")).toEqual(CLOSED);
    await fail("a");
    expect(await enter("a")).toMatchObject({ state: "open", to: "credential" });
    expect(await enter("b")).toEqual(CLOSED);
    for (const least of [50, 100, 200, 250, 250]) {
      await fail("a");
      expect(await pauseOf("a")).toBeGreaterThan(least);
    }
  });

  it("is not closed by an answer to another, and is by one to itself", async () => {
    await fail("a", "a", "a", "a", "a");
    await closeCircuit({ host, credential: "b" });
    expect(await enter("a")).toMatchObject({ state: "open", to: "credential" });
    await closeCircuit({ host, credential: "a" });
    expect(await enter("a")).toEqual(CLOSED);
  });

  it("lets a person ask half a minute after it last failed", async () => {
    await fail("a", "a", "a", "a", "a", "a", "a");
    expect(await enter("a", true)).toMatchObject({ state: "open", to: "credential" });
    await later(31_000);
    expect((await Promise.all([enter("a", true), enter("a", true)])).map(({ state }) => state).sort()).toEqual([
      "closed",
      "open",
    ]);
    expect(await enter("a")).toMatchObject({ state: "open", to: "credential" });
  });

  it("is forgotten an hour after its last failure", async () => {
    await fail("a", "b");
    const client = await prisma();
    await client.providerCircuit.updateMany({
      where: { credential: "a" },
      data: { failedAt: new Date(Date.now() - 61 * MINUTE) },
    });
    await closeCircuit({ host, credential: "c" });
    expect((await client.providerCircuit.findMany()).map(({ credential }) => credential)).toEqual(["b"]);
  });
});
