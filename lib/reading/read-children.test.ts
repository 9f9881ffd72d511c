import { describe, expect, it } from "vitest";
import { clariCopilotEndpoints } from "@/lib/connectors/clari-copilot-endpoints";
import type { Endpoint, ParameterValues } from "@/lib/connectors/connector";
import type { Cursor } from "./cursor";
import { type Call, callsAt, clariOf, ORIGIN, STARTED, seeded, type Tried } from "./generated-provider.fixture";
import type { PageAnswer, ReadItem } from "./read-dto";
import { changedOf, isReadOver, nextPageSize, parentOf, readRecords } from "./read-records";

const details = clariCopilotEndpoints.find(({ id }) => id === "call-details") as Endpoint;
const CALLS = callsAt(Array.from({ length: 330 }, (_, index) => STARTED - (index + 1) * 60_000));
const IDS = CALLS.map(({ id }) => id);

/** A workspace as Clari answers of it; `change` says what else it answers, by the number of the request for details. */
function workspace(
  calls: readonly Call[] = CALLS,
  change: (request: number, id: string) => PageAnswer | undefined = () => undefined,
) {
  const lists = clariOf(calls);
  const asked: URLSearchParams[] = [];
  let most = 0;
  let open = 0;
  const fetchPage = async (request: Parameters<Tried["fetchPage"]>[0]): Promise<PageAnswer> => {
    if (!request.target.startsWith("/call-details")) return lists.fetchPage(request);
    const query = new URL(request.target, ORIGIN).searchParams;
    asked.push(query);
    const number = asked.length;
    open += 1;
    most = Math.max(most, open);
    // Those that are asked for at once come in any order.
    for (let turn = number % 7; turn > 0; turn -= 1) await Promise.resolve();
    open -= 1;
    const id = query.get("id") ?? "";
    return change(number, id) ?? { status: 200, text: `{"call": {"id":"${id}", "n":1e400}}` };
  };
  return { fetchPage, asked, lists: lists.requests, most: () => most };
}

const of = (parameters: ParameterValues = {}) => ({ endpoints: clariCopilotEndpoints, endpoint: details, parameters });

const read = (options: Tried, given: ParameterValues = {}) =>
  readRecords(of(given), { origin: ORIGIN, startedAt: STARTED, wait: async () => {}, ...options });

async function readAll(options: Tried, given?: ParameterValues) {
  const items: ReadItem[] = [];
  for await (const item of read(options, given)) items.push(item);
  const records = items.flatMap((item) => (item.kind === "page" ? item.records : []));
  return { items, records, ids: records.map((record) => JSON.parse(record).id as string), end: items.at(-1) };
}

describe("what is asked for each record of another endpoint", () => {
  it("comes once for each, in their order, so many at a time, and soon", async () => {
    const provider = workspace();
    const { ids, items, records, end } = await readAll(provider);
    expect(ids).toEqual(IDS);
    expect(records[0]).toBe(`{"id":"${IDS[0]}","n":1e400}`);
    expect(end).toEqual({ kind: "complete", read: 330, gone: 0, total: 330, resume: STARTED - 300_000 });
    expect(provider.most()).toBe(4);
    expect(provider.asked).toHaveLength(330);
    expect(items[0]).toMatchObject({ kind: "page", asked: 5, cursor: { read: 4 } });
    const lengths = items.map((item) => (item.kind === "page" ? item.records.length : 0));
    expect(Math.max(...lengths)).toBe(25);
    const counted = items.reduce((sum, item) => sum + ("asked" in item ? item.asked : 0), 0);
    expect(counted).toBeGreaterThanOrEqual(330 + 4);
    expect(counted).toBeLessThanOrEqual(330 + provider.lists.length);
  });

  it("is asked of the parents that the filters find, and the filters go nowhere else", async () => {
    const from = new Date(CALLS[99]?.time ?? 0).toISOString();
    const given = { filterTimeGt: from, filterStatus: ["PROCESSED"], includeAudio: true };
    const provider = workspace();
    const { ids } = await readAll(provider, given);
    expect(ids).toEqual(IDS.slice(100));
    expect(provider.lists[0]?.target).toContain(`filterTimeGt=${from}`);
    expect(provider.lists.every(({ target }) => target.includes("filterStatus=PROCESSED"))).toBe(true);
    expect(provider.lists.some(({ target }) => target.includes("includeAudio"))).toBe(false);
    for (const query of provider.asked) expect([...query.keys()].sort()).toEqual(["id", "includeAudio"]);
  });

  it("is one record where its name is given", async () => {
    const provider = workspace();
    const { ids, end } = await readAll(provider, { id: "call-7", filterStatus: ["PROCESSED"] });
    expect(ids).toEqual(["call-7"]);
    expect(provider.lists).toEqual([]);
    expect(end).toEqual({ kind: "complete", read: 1 });
  });

  it("is of the parents that changed, where only those are wanted", async () => {
    const since = STARTED - 60_000;
    const calls = CALLS.map((call, index) => ({ ...call, modified: index % 10 === 0 ? since : 0 }));
    const { ids, end } = await readAll({ ...workspace(calls), since });
    expect(ids).toEqual(IDS.filter((_, index) => index % 10 === 0));
    expect(end).toMatchObject({ kind: "complete", read: 33, resume: STARTED - 300_000 });
  });

  it("is gone where the provider does not know the parent any more, and counted", async () => {
    const provider = workspace(CALLS, (_, id) =>
      Number(id.slice(5)) % 50 === 0 ? { status: 404, text: "{}" } : undefined,
    );
    const { ids, end } = await readAll(provider);
    expect(ids).toEqual(IDS.filter((id) => Number(id.slice(5)) % 50 !== 0));
    expect(end).toMatchObject({ kind: "complete", read: 323, gone: 7, total: 330 });
  });
});

describe("a failure among what is asked for at once", () => {
  it("ends the read behind the last that came before it, and the rest comes from there", async () => {
    for (const failing of [1, 2, 5, 31, 130]) {
      const failed = IDS[failing - 1];
      const first = await readAll(workspace(CALLS, (_, id) => (id === failed ? { status: 400, text: "" } : undefined)));
      expect(first.ids).toEqual(IDS.slice(0, failing - 1));
      expect(first.end).toMatchObject({ kind: "stopped", reason: "rejected", status: 400, read: failing - 1, gone: 0 });
      if (first.end?.kind !== "stopped") return;
      expect(first.end.cursor.children?.left[0]).toBe(failed);
      expect(first.end.behind).toBe(IDS[failing - 2]);
      const cursor: Cursor = JSON.parse(JSON.stringify(first.end.cursor));
      const rest = await readAll({ ...workspace(), cursor, startedAt: 0 });
      expect([...first.ids, ...rest.ids]).toEqual(IDS);
      expect(rest.end).toMatchObject({ kind: "complete", read: 330, total: 330 });
    }
  });

  it("makes all wait where one is told to, as long as the provider says", async () => {
    let until = 0;
    let now = 0;
    const early: number[] = [];
    const provider = workspace(CALLS, (request) => {
      if (now < until) early[early.length - 1] = (early.at(-1) ?? 0) + 1;
      if (request % 31 !== 8) return undefined;
      until = now + 7000;
      early.push(0);
      return { status: 429, text: "", headers: { "retry-after": "7" } };
    });
    const wait = async (ms: number) => {
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      now += ms;
    };
    const { ids } = await readAll({ ...provider, wait });
    expect(ids).toEqual(IDS);
    expect(early.length).toBeGreaterThan(9);
    // Of those that are asked for at once, the others were under way when the provider said so.
    expect(Math.max(...early)).toBeLessThan(4);
  });

  it("that is thrown is thrown on, behind what came before it, and nothing more is asked", async () => {
    const provider = workspace(CALLS, (_, id) => {
      if (id === IDS[40]) throw new Error("The reader is gone.");
      return undefined;
    });
    const records: string[] = [];
    const all = async () => {
      for await (const item of read(provider)) if (item.kind === "page") records.push(...item.records);
    };
    await expect(all()).rejects.toThrow("The reader is gone.");
    expect(records.map((record) => JSON.parse(record).id)).toEqual(IDS.slice(0, 40));
    await new Promise((resolve) => setImmediate(resolve));
    expect(provider.asked.length).toBeLessThan(48);
  });

  it.each([
    ["a parent has no name", '{"calls":[{"time":"2026-01-01T00:00:00Z"}]}', "unreadable"],
    ["the list is refused", "", "refused"],
  ])("%s: the read stops", async (_, text, reason) => {
    const fetchPage = async () => ({ status: text ? 200 : 401, text });
    const { end } = await readAll({ fetchPage });
    expect(end).toMatchObject({ kind: "stopped", reason, read: 0, gone: 0, asked: 1 });
  });
});

it.each([1, 2, 3, 4])("a read of children goes on from any cursor, without gap or repeat (%s)", async (seed) => {
  const random = seeded(seed);
  const records: string[] = [];
  let cursor: Cursor | undefined;
  let end: ReadItem | undefined;
  // The list changes meanwhile: what was listed is asked for nevertheless.
  const calls = CALLS.map((call) => ({ ...call }));
  while (end?.kind !== "complete") {
    let pages = Math.floor(random() * 6);
    const options = { ...workspace(calls), ...(cursor ? { cursor, startedAt: 0 } : {}) };
    for await (const item of read(options)) {
      end = item;
      if (item.kind !== "page" || pages === 0) break;
      pages -= 1;
      records.push(...item.records);
      cursor = JSON.parse(JSON.stringify(item.cursor));
      expect(item.cursor.read).toBe(records.length);
    }
  }
  expect(records.map((record) => JSON.parse(record).id)).toEqual(IDS);
  expect(end).toMatchObject({ read: 330, total: 330 });
});

describe("of a read of children is known", () => {
  it("when it is over, and how many come next at most", async () => {
    let isOver = false;
    for await (const item of read(workspace())) {
      if (item.kind === "complete") isOver = true;
      if (item.kind !== "page") continue;
      expect(isReadOver(of(), item.cursor)).toBe(false);
      expect(nextPageSize(item.cursor)).toBe(25);
      expect(item.records.length).toBeLessThanOrEqual(25);
    }
    expect(isOver).toBe(true);
    const one = workspace();
    for await (const item of read(one, { id: "call-7" }))
      if (item.kind === "page") expect(isReadOver(of({ id: "call-7" }), item.cursor)).toBe(true);
  });

  it("whose changes it follows", () => {
    expect(parentOf(of())?.id).toBe("calls");
    expect(changedOf(of())).toEqual({ after: "filterModifiedGt", overlapSeconds: 300 });
    expect(parentOf(of({ id: "call-7" }))).toBeUndefined();
    expect(changedOf(of({ id: "call-7" }))).toBeUndefined();
  });
});
