import { afterEach, describe, expect, it } from "vitest";
import { ask, pairHeaders } from "./ask";
import type { ClariSandbox, ClariSandboxOptions } from "./clari-sandbox";
import { mostInASecond } from "./most-in-a-second";
import { getCalls } from "./read-calls.fixture";
import { startClariSandbox } from "./start-clari-sandbox";

let sandbox: ClariSandbox;
afterEach(() => sandbox.close());
const unlimited = { ratePerSecond: Number.POSITIVE_INFINITY, ratePerWeek: Number.POSITIVE_INFINITY };
async function start(options: ClariSandboxOptions) {
  sandbox = await startClariSandbox({ ...unlimited, ...options });
}
const get = (query: string, pair = sandbox.pair) =>
  ask(`${sandbox.url}/calls?${query}`, { headers: pairHeaders(pair) });

describe("a flaky provider", () => {
  const flaky = { tooMany: 0.1, badGateway: 0.1, cut: 0.15 };
  async function ends(seed: number) {
    await start({ generated: { count: 500 }, flaky, seed });
    const asked = [];
    for (let index = 0; index < 120; index += 1) asked.push(await get("limit=2"));
    await sandbox.close();
    return { asked, faults: sandbox.requests.map(({ fault }) => fault) };
  }

  it("answers in so many cases with each fault, the same ones for the same seed", async () => {
    const { asked, faults } = await ends(3);
    const share = (beginning: string) => faults.filter((fault) => fault?.startsWith(beginning)).length / faults.length;
    expect([share("429"), share("html:502"), share("cut")].every((one) => one > 0.03 && one < 0.3)).toBe(true);
    expect(new Set(faults)).toEqual(
      new Set([null, "429:1", "429:date:1", "html:502", "cut", "cut:end", "cut:chunked"]),
    );
    for (const [index, { status, end, headers, text }] of asked.entries()) {
      const fault = faults[index];
      if (fault === null) expect([status, end, JSON.parse(text).calls.length]).toEqual([200, "complete", 2]);
      if (fault === "429:1") expect([status, headers["retry-after"]]).toEqual([429, "1"]);
      if (fault === "429:date:1") expect(headers["retry-after"]).toMatch(/ GMT$/);
      if (fault === "html:502") expect(status).toBe(502);
      if (fault?.startsWith("cut")) {
        expect(end).toBe("ECONNRESET");
        expect(() => JSON.parse(text)).toThrow(SyntaxError);
      }
    }
    expect((await ends(3)).faults).toEqual(faults);
    expect((await ends(4)).faults).not.toEqual(faults);
  });

  it("spares whoever has a wrong pair", async () => {
    await start({ flaky: { badGateway: 1 } });
    expect((await get("")).status).toBe(502);
    expect((await get("", { apiKey: "wrong", apiPassword: "pair" })).status).toBe(401);
  });
});

describe("who comes too early", () => {
  it("is known, for both forms of Retry-After", async () => {
    await start({ generated: { count: 5 } });
    for (const fault of ["429:1", "429:date:1"]) {
      sandbox.clearRequests();
      sandbox.behave(fault, 1);
      await get("");
      expect(sandbox.early).toEqual([]);
      await get("");
      const [told, second] = sandbox.requests;
      expect(told?.retryAt).toBeGreaterThan(told?.at ?? 0);
      expect(sandbox.early, fault).toEqual([
        { number: second?.number, toldTo: told?.number, earlyBy: expect.any(Number), after: expect.any(Number) },
      ]);
      expect(sandbox.early[0]?.earlyBy).toBeGreaterThan(0);
    }
  });

  it("is nobody who waits, and nobody else", async () => {
    await start({ generated: { count: 5 } });
    sandbox.behave("429:0", 1);
    await get("");
    await get("");
    sandbox.behave("429:999", 1);
    await get("");
    await get("", { apiKey: "another", apiPassword: "pair" });
    expect(sandbox.early).toEqual([]);
  });
});

describe("heavy records", () => {
  it("need smaller pages, as an answer over 6 MB is a 502", async () => {
    await start({ generated: { count: 200 }, heavy: { every: 2 } });
    const statuses = [];
    for (const limit of [100, 50, 25]) statuses.push((await getCalls(sandbox, `limit=${limit}`)).status);
    expect(statuses).toEqual([502, 200, 200]);
  });

  it("may be one that can never be sent", async () => {
    await start({ generated: { count: 10, ahead: 0 }, heavy: { unsendable: [4] } });
    const statusAt = async (skip: number) => (await getCalls(sandbox, `sortTime=asc&limit=1&skip=${skip}`)).status;
    expect([await statusAt(3), await statusAt(4), await statusAt(5)]).toEqual([200, 502, 200]);
  });
});

describe("the log", () => {
  it("has number, moments, bytes and which pair", async () => {
    await start({ generated: { count: 100 } });
    const old = sandbox.pair;
    const { text } = await get("limit=100");
    sandbox.generatePair();
    await get("limit=100", old);
    await get("limit=1");
    await get("limit=1", { apiKey: "never", apiPassword: "right" });
    const [first, second] = sandbox.requests;
    expect(sandbox.requests.map(({ number, pair, headersMatchPair }) => [number, pair, headersMatchPair])).toEqual([
      [1, 1, true],
      [2, 1, false],
      [3, 2, true],
      [4, null, false],
    ]);
    expect(first?.arrived).toBeLessThan(second?.arrived ?? 0);
    await expect.poll(() => first?.bytes).toBeGreaterThan(Buffer.byteLength(text));
    expect(first?.bytes).toBeLessThan(Buffer.byteLength(text) + 1000);
    sandbox.clearRequests();
    await get("limit=1");
    expect(sandbox.requests[0]?.number).toBe(5);
  });

  it("knows who hung up", async () => {
    await start({ generated: { count: 100 } });
    sandbox.behave("slow:60000");
    const hasLeft = new AbortController();
    const asked = fetch(`${sandbox.url}/calls`, { headers: pairHeaders(sandbox.pair), signal: hasLeft.signal });
    await expect.poll(() => sandbox.requests.length).toBe(1);
    hasLeft.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => sandbox.requests[0]?.abandoned).toBe(true);
    expect(sandbox.requests[0]?.status).toBeNull();
  });

  it("counts the most requests of any second", async () => {
    const at = (...moments: number[]) => moments.map((arrived) => ({ arrived }));
    expect(mostInASecond([])).toBe(0);
    expect(mostInASecond(at(0, 999, 1000, 1998))).toBe(3);
    expect(mostInASecond(at(0, 500, 1000, 1500, 2000))).toBe(2);
    expect(mostInASecond(at(900, 0, 950, 1800))).toBe(3);
    await start({ generated: { count: 5 } });
    await Promise.all(Array.from({ length: 30 }, () => get("limit=1")));
    expect(sandbox.requests.every(({ status }) => status === 200)).toBe(true);
    expect(sandbox.mostInASecond()).toBeGreaterThan(10);
  });
});
