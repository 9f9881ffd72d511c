import { describe, expect, it } from "vitest";
import type { Cursor } from "./cursor";
import {
  type Call,
  callsAt,
  callsEndpoint,
  clariOf,
  read,
  readAll,
  STARTED,
  seeded,
} from "./generated-provider.fixture";
import type { FetchPage } from "./read-dto";

const MINUTE = 60_000;
const minutesBefore = (count: number) => Array.from({ length: count }, (_, index) => STARTED - (index + 1) * MINUTE);
const idsOf = (calls: readonly Call[]) => calls.map(({ id }) => id);
const ORDINARY = callsAt(minutesBefore(1234));
/** 500 share one time, 300 more the second around it. */
const TIES = callsAt([
  ...minutesBefore(700),
  ...Array<number>(500).fill(STARTED - 100 * MINUTE),
  ...Array.from({ length: 300 }, (_, index) => STARTED - 100 * MINUTE - 500 + index * 3),
]);
const AHEAD = callsAt([
  ...minutesBefore(150),
  ...Array.from({ length: 350 }, (_, index) => STARTED + index * MINUTE - 250),
]);

describe("what is read by time", () => {
  describe.each([true, false])("with a boundary that counts: %s", (isInclusive) => {
    it.each([
      ["nothing", []],
      ["one", callsAt([STARTED - 5])],
      ["a full page", callsAt(minutesBefore(100))],
      ["several pages", ORDINARY],
      ["ties", TIES],
      ["dense", callsAt(Array.from({ length: 5000 }, (_, index) => STARTED - 1000 - index * 7))],
      ["what is to come", AHEAD],
    ] as const)("%s: each once, in order, and the count is the provider's", async (_, calls) => {
      const { ids, end } = await readAll(callsEndpoint, clariOf(calls, { isInclusive }));
      expect(ids.length).toBe(calls.length);
      expect(new Set(ids)).toEqual(new Set(idsOf(calls)));
      expect(end).toMatchObject({ kind: "complete", read: calls.length, total: calls.length });
    });
  });

  it("asks with the fewest requests that the documents allow, and counts once a part", async () => {
    const { fetchPage, requests } = clariOf(ORDINARY);
    const { ids } = await readAll(callsEndpoint, { fetchPage });
    expect(ids).toEqual(idsOf(ORDINARY));
    expect(requests.length).toBeLessThan(18);
    expect(requests.filter(({ target }) => target.includes("includePagination=true"))).toHaveLength(2);
    expect(requests.filter(({ target }) => target.includes("skip=")).length).toBeLessThan(3);
  });

  it("keeps to the person's own bounds, and goes on within them", async () => {
    const from = ORDINARY[500]?.time ?? 0;
    const given = {
      filterTimeGt: new Date(from).toISOString(),
      filterTimeLt: new Date(from + 300 * MINUTE).toISOString(),
    };
    const { ids } = await readAll(callsEndpoint, clariOf(ORDINARY), given);
    expect(ids).toEqual(idsOf(ORDINARY.slice(501, 800)));
  });

  it("reads what changed, without an upper end, and what is to come whole", async () => {
    const since = STARTED - 60 * MINUTE;
    const calls = AHEAD.map((call, index) => ({ ...call, modified: index % 3 === 0 ? since : since - 60 * MINUTE }));
    const { fetchPage, requests } = clariOf(calls);
    const { ids, end } = await readAll(callsEndpoint, { fetchPage, since });
    const wanted = calls.filter(({ time, modified }) => time >= STARTED - 250 || modified === since);
    expect(new Set(ids)).toEqual(new Set(idsOf(wanted)));
    expect(ids).toHaveLength(wanted.length);
    expect(end).toMatchObject({ kind: "complete", resume: STARTED - 5 * MINUTE });
    expect(requests.some(({ target }) => target.includes("filterModifiedLt"))).toBe(false);
    expect(requests[0]?.target).toContain(`filterModifiedGt=${new Date(since - 5 * MINUTE).toISOString()}`);
  });

  it("stays exact while more than one in fifty changes and leaves what is asked for", async () => {
    const calls = TIES.map((call) => ({ ...call }));
    const provider = clariOf(calls);
    const random = seeded(3);
    const gone = new Set<string>();
    const fetchPage: FetchPage = async (request) => {
      for (const call of calls.filter(() => random() < 0.0008)) {
        // As if by a filter of the person's: what was read and what was not, ties among them.
        gone.add(call.id);
        call.modified = Number.NEGATIVE_INFINITY;
      }
      return provider.fetchPage(request);
    };
    const { ids, end } = await readAll(callsEndpoint, { fetchPage });
    expect(gone.size).toBeGreaterThan(calls.length / 50);
    expect(ids).toHaveLength(new Set(ids).size);
    const stayed = idsOf(calls).filter((id) => !gone.has(id));
    expect(stayed.filter((id) => !ids.includes(id))).toEqual([]);
    expect(end?.kind).toBe("complete");
  });

  it("stays exact through faults, ties, what leaves and what is moved, all at once", async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seeded(seed * 7919);
      const minutes = (most: number) => Math.floor(random() * most) * MINUTE;
      const tie = STARTED - 500 * MINUTE;
      const calls = callsAt(
        Array.from({ length: Math.floor(random() * 1500) }, () => {
          const kind = random();
          if (kind < 0.5) return kind < 0.3 ? tie : tie - 1000 + Math.floor(random() * 2000);
          return kind < 0.7 ? STARTED + minutes(500) : STARTED - minutes(2000);
        }),
      );
      const provider = clariOf(calls, { isInclusive: seed % 2 === 0 });
      const gone = new Set<string>();
      let requests = 0;
      const fetchPage: FetchPage = async (request) => {
        requests += 1;
        for (const call of calls) {
          if (call.time > STARTED + 1000) {
            if (requests < 12 && random() < 0.01) call.time = STARTED + 2000 + minutes(500);
          } else if (random() < 0.0008) {
            gone.add(call.id);
            call.modified = Number.NEGATIVE_INFINITY;
          }
        }
        return random() < 0.1 ? { status: 502, text: "" } : provider.fetchPage(request);
      };
      const { ids, end } = await readAll(callsEndpoint, { fetchPage });
      expect(end, `seed ${seed}`).toMatchObject({ kind: "complete", read: ids.length });
      expect(new Set(ids).size, `seed ${seed}`).toBe(ids.length);
      const stayed = calls.filter(({ id }) => !gone.has(id));
      const missing = stayed.filter(({ id }) => !ids.includes(id));
      // Whoever moves until the very end may be missed, and the count says so: here all have come to rest by then.
      expect(missing, `seed ${seed}, ${requests} requests`).toEqual([]);
    }
  });

  it("has scheduled calls once that are moved while they are read, back and forth", async () => {
    const calls = AHEAD.map((call) => ({ ...call }));
    const provider = clariOf(calls);
    const random = seeded(5);
    let requests = 0;
    const fetchPage: FetchPage = async (request) => {
      requests += 1;
      for (const call of calls.filter(({ time }) => time > STARTED && requests < 9 && random() < 0.02))
        call.time = STARTED + Math.floor(random() * 400) * MINUTE + 1;
      return provider.fetchPage(request);
    };
    const { ids } = await readAll(callsEndpoint, { fetchPage });
    expect(ids).toHaveLength(calls.length);
    expect(new Set(ids)).toEqual(new Set(idsOf(calls)));
  });
});

describe("a read that broke off", () => {
  it.each([1, 2, 3, 4, 5, 6])("goes on from any cursor, without gap or repeat (%s)", async (seed) => {
    const random = seeded(seed);
    const { fetchPage } = clariOf([...TIES, ...AHEAD.map((call) => ({ ...call, id: `ahead-${call.id}` }))]);
    const whole = await readAll(callsEndpoint, { fetchPage });
    const records: string[] = [];
    let cursor: Cursor | undefined;
    for (let isOver = false; !isOver; ) {
      let pages = Math.floor(random() * 4);
      for await (const item of read(callsEndpoint, {
        fetchPage,
        startedAt: 0,
        ...(cursor ? { cursor } : { startedAt: STARTED }),
      })) {
        isOver = item.kind === "complete";
        if (item.kind !== "page") break;
        // The page that comes as the read is killed is lost, and asked for again.
        if (pages === 0) break;
        pages -= 1;
        records.push(...item.records);
        cursor = JSON.parse(JSON.stringify(item.cursor));
      }
    }
    expect(records).toEqual(whole.records);
  });
});

it("200,000 records pass, and neither they nor their keys are kept", async () => {
  const COUNT = 200_000;
  const first = STARTED - COUNT * 1000;
  const fetchPage: FetchPage = async ({ target }) => {
    const query = new URL(target, "https://x").searchParams;
    const after = Date.parse(query.get("filterTimeGt") ?? "") || 0;
    const before = Date.parse(query.get("filterTimeLt") ?? "") || Number.POSITIVE_INFINITY;
    // Record n is of the time first + 1000 n; the boundary does not count.
    const from = Math.max(0, Math.floor((after - first) / 1000) + 1) + Number(query.get("skip") ?? 0);
    const to = Math.min(COUNT, from + Number(query.get("limit")), Math.ceil((before - first) / 1000));
    const calls: string[] = [];
    for (let n = from; n < to; n += 1) calls.push(`{"id":"${n}","time":"${new Date(first + n * 1000).toISOString()}"}`);
    return { status: 200, text: `{"calls":[${calls.join(",")}]}` };
  };
  let next = 0;
  let isInOrder = true;
  let largest = 0;
  let end: unknown;
  for await (const item of read(callsEndpoint, { fetchPage })) {
    end = item;
    if (item.kind !== "page") continue;
    for (const record of item.records) {
      isInOrder &&= record.startsWith(`{"id":"${next}"`);
      next += 1;
    }
    if (item.cursor.at.kind === "keyset") largest = Math.max(largest, item.cursor.at.seen.length);
  }
  expect({ next, isInOrder }).toEqual({ next: COUNT, isInOrder: true });
  expect(end).toMatchObject({ kind: "complete", read: COUNT });
  expect(largest).toBeLessThan(400);
});
