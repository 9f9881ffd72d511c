import { afterEach, describe, expect, it } from "vitest";
import type { ClariSandbox, ClariSandboxOptions } from "./clari-sandbox";
import { getCalls, readByOffset, readByTime } from "./read-calls.fixture";
import { judgeRead, type OracleOptions } from "./read-oracle";
import { startClariSandbox } from "./start-clari-sandbox";

let sandbox: ClariSandbox;
afterEach(() => sandbox.close());
const unlimited = { ratePerSecond: Number.POSITIVE_INFINITY, ratePerWeek: Number.POSITIVE_INFINITY };
async function start(options: ClariSandboxOptions) {
  sandbox = await startClariSandbox({ ...unlimited, ...options });
}

/** A verdict without a word of blame. */
const RIGHT = { missing: [], repeated: [], unexpected: [], outOfOrder: [], changed: [], unknown: [] };
const judge = (lines: string[], options?: OracleOptions) => judgeRead(sandbox.calls, lines, options);

describe.each(["inclusive", "exclusive"] as const)("with %s ends", (boundary) => {
  it("500 calls share one time, and each is read once", async () => {
    await start({ generated: { count: 1500 }, ties: { count: 500, at: 400 }, boundary });
    const lines = await readByTime(sandbox);
    expect(await judge(lines)).toEqual({ ...RIGHT, records: 1500, repeatedOfMoved: [], outOfOrderOfMoved: [] });
    const times = lines.map((line) => JSON.parse(line).time);
    expect(times.filter((time) => time === times[400])).toHaveLength(500);
  });

  it("what is exactly at an end belongs to it or not", async () => {
    await start({ generated: { count: 100 }, ties: { count: 3, at: 50 }, boundary });
    const [tied] = (await readByTime(sandbox)).slice(50);
    const { time } = JSON.parse(tied ?? "");
    const at = async (query: string) => (await (await getCalls(sandbox, query)).json()).pagination.matched;
    const own = boundary === "inclusive" ? 3 : 0;
    expect(await at(`filterTimeGt=${time}`)).toBe(47 + own);
    expect(await at(`filterTimeLt=${time}`)).toBe(50 + own);
    expect(await at(`filterTimeGt=${time}&filterTimeLt=${time}`)).toBe(own);
  });
});

it("bounds calls that are held in the same way", async () => {
  const counts = [];
  for (const boundary of ["inclusive", "exclusive"] as const) {
    await start({ boundary });
    const { calls } = await (await getCalls(sandbox, "limit=1")).json();
    const time = encodeURIComponent(calls[0].time);
    counts.push((await (await getCalls(sandbox, `filterTimeGt=${time}`)).json()).pagination.matched);
    await sandbox.close();
  }
  expect(counts).toEqual([1, 0]);
  expect(() => sandbox.calls.ids()).toThrow("generated");
  expect(() => sandbox.calls.total).toThrow("generated");
  expect({ ...sandbox }.url).toBe(sandbox.url);
});

describe("changes while it is read", () => {
  const moving = { generated: { count: 1500, ahead: 200 }, changes: { share: 0.02 } };

  it("are one in fifty of what is sent: of status, moved and new", async () => {
    await start(moving);
    await readByTime(sandbox);
    const { changes } = sandbox;
    expect(changes.length).toBeGreaterThanOrEqual(30);
    expect(changes.length).toBeLessThan(36);
    for (const { kind, from, to } of changes) {
      if (kind === "status") {
        expect(to.status).not.toBe(from?.status);
        expect(to.modified).toBeGreaterThan(from?.modified ?? Number.NaN);
        expect(to.time).toBe(from?.time);
      }
      if (kind === "rescheduled") expect(to).toMatchObject({ status: "SCHEDULED", modified: from?.modified });
    }
    const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
    expect([count("status") > 15, count("created") > 4, count("rescheduled") > 4]).toEqual([true, true, true]);
    expect(sandbox.calls.total).toBe(1500 + count("created"));
  });

  it("are the same for the same requests and seed", async () => {
    const changesOf = async (seed: number) => {
      await start({ ...moving, seed });
      await readByTime(sandbox);
      await sandbox.close();
      return sandbox.changes;
    };
    const first = await changesOf(1);
    expect(await changesOf(1)).toEqual(first);
    expect(await changesOf(2)).not.toEqual(first);
  });

  it("are seen from the next request on", async () => {
    await start({ generated: { count: 100, ahead: 0 }, changes: { share: 1 } });
    const first = await (await getCalls(sandbox, "limit=1&sortTime=asc")).json();
    const [change] = sandbox.changes;
    expect(change).toMatchObject({ request: 1, kind: "status" });
    const id = sandbox.calls.idOf(change?.number ?? -1);
    const [before, after] = sandbox.calls.texts(change?.number ?? -1);
    expect(JSON.parse(before ?? "").status).toBe(change?.from?.status);
    expect(JSON.parse(after ?? "")).toMatchObject({ id, status: change?.to.status });
    const now = await (await getCalls(sandbox, "limit=100&sortTime=asc")).json();
    expect(now.calls).toContainEqual(JSON.parse(after ?? ""));
    expect(first.calls).toHaveLength(1);
  });

  it("let a right reader be right", async () => {
    await start(moving);
    const past = `filterTimeLt=${new Date(Date.UTC(2026, 5, 30)).toISOString()}`;
    expect(await judge(await readByTime(sandbox, past), { query: past })).toMatchObject(RIGHT);
    const after = sandbox.requests.length;
    expect(await judge(await readByTime(sandbox), { after })).toMatchObject(RIGHT);
  });

  it("make who reads by offset lose what a filter asks for", async () => {
    await start({ ...moving, changes: { share: 0.1 } });
    const query = "filterStatus=PROCESSED";
    const lines = await readByOffset(sandbox, query);
    const { missing, ...rest } = await judge(lines, { query });
    expect(missing.length).toBeGreaterThan(0);
    expect(rest).toMatchObject({ unexpected: [], changed: [], unknown: [] });
  });

  it("say what is expected: what stayed, and what came, went or moved", async () => {
    await start(moving);
    await readByTime(sandbox);
    const { changes, calls } = sandbox;
    const idsOf = (...kinds: string[]) =>
      new Set(changes.filter(({ kind }) => kinds.includes(kind)).map(({ number }) => calls.idOf(number)));
    const all = calls.expected();
    expect(new Set(all.perhaps)).toEqual(idsOf("created", "rescheduled"));
    expect(all.always).toHaveLength(1500 - idsOf("rescheduled").size);
    const processed = calls.expected("filterStatus=PROCESSED");
    const lost = changes.filter(({ kind, from }) => kind === "status" && from?.status === "PROCESSED");
    expect(lost.length).toBeGreaterThan(0);
    for (const { number } of lost) expect(processed.always).not.toContain(calls.idOf(number));
    // Whoever begins now meets one moment only.
    const later = calls.expected("", sandbox.requests.length);
    expect(later.perhaps).toEqual([]);
    expect(later.always).toHaveLength(calls.total);
  });

  it("are what an incremental read brings", async () => {
    await start(moving);
    const bookmark = new Date(Date.UTC(2026, 5, 30)).toISOString();
    await readByTime(sandbox);
    const changed = new Set(sandbox.changes.filter(({ kind }) => kind !== "rescheduled").map(({ number }) => number));
    const query = `filterModifiedGt=${bookmark}`;
    const after = sandbox.requests.length;
    const lines = await readByTime(sandbox, query);
    expect(await judge(lines, { query, after })).toMatchObject(RIGHT);
    const read = new Set(lines.map((line) => sandbox.calls.numberOf(JSON.parse(line).id)));
    expect([...changed].filter((number) => !read.has(number))).toEqual([]);
  });
});
