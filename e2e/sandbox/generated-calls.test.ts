import { describe, expect, it } from "vitest";
import { clariAnswers } from "./clari-answers";
import type { ClariCall } from "./clari-call";
import type { ClariSandboxOptions } from "./clari-sandbox";
import { newEchoPair } from "./echoes";
import type { Pagination } from "./page-of";

const pair = newEchoPair();
const until = Date.UTC(2026, 5, 30);
type Page = { calls: ClariCall[]; pagination?: Pagination };

function start(options: ClariSandboxOptions) {
  const answers = clariAnswers({ until, ...options }, () => pair);
  let requests = 0;
  const get = (query: string) => {
    requests += 1;
    return answers.answer("GET", new URL(`http://sandbox/calls?${query}`), requests);
  };
  const page = (query: string): Page => JSON.parse(get(query).text);
  return { get, page, calls: answers.calls, answers };
}
const iso = (time: number) => new Date(time).toISOString();
const ids = (calls: readonly { id: string }[]) => calls.map(({ id }) => id);

describe("calls from their numbers", () => {
  it("come a minute apart before now, and some ahead", () => {
    const { page, calls } = start({ generated: { count: 300, ahead: 30 } });
    const all = [0, 100, 200].flatMap((skip) => page(`sortTime=asc&limit=100&skip=${skip}`).calls);
    expect(ids(all)).toEqual(calls.ids());
    const times = all.map(({ time }) => Date.parse(time));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.filter((time) => time > until)).toHaveLength(30);
    expect(all.filter(({ status }) => status === "SCHEDULED")).toHaveLength(30);
    expect(Math.abs((times[0] ?? 0) - (until - 270 * 60_000))).toBeLessThan(120_000);
    expect(new Set(all.map((call) => Object.keys(call).length)).size).toBeGreaterThan(1);
    const bytes = all.map((call) => JSON.stringify(call).length);
    expect(bytes.every((size) => size > 800 && size < 1700)).toBe(true);
  });

  it("are the same for the same seed", () => {
    const text = (seed: number) => start({ generated: { count: 50 }, seed }).get("limit=100").text;
    expect(text(1)).toBe(text(1));
    expect(text(1)).not.toBe(text(2));
  });

  it("are found among a billion, which nobody could look through", () => {
    const count = 1_000_000_000;
    const { page } = start({ generated: { count, interval: 1000 } });
    const middle = iso(until - 123_456_789_000);
    const { calls, pagination } = page(`sortTime=asc&limit=100&skip=9999&filterTimeGt=${middle}`);
    expect(calls).toHaveLength(100);
    expect(pagination?.hasMore).toBe(true);
    expect(pagination?.matched).toBeGreaterThan(count / 10);
    expect(page("limit=1&filterStatus=PROCESSED").pagination?.matched).toBeLessThan(count);
    expect(page("limit=1").calls[0]?.status).toBe("SCHEDULED");
  });

  it("say of a page what Clari says", () => {
    const { page, get } = start({ generated: { count: 250 } });
    expect(page("").pagination).toEqual({ matched: 250, hasMore: true, nextPageSkip: 25 });
    expect(page("limit=100&skip=150").pagination).toEqual({ matched: 250, hasMore: false });
    expect(page("limit=100&skip=250")).toEqual({ calls: [], pagination: { matched: 250, hasMore: false } });
    expect(page("includePagination=false")).not.toHaveProperty("pagination");
    for (const query of ["skip=10001", "limit=101", "limit=0", "filterTimeGt=yesterday", "sortProcessed=asc"])
      expect(get(query).status, query).toBe(400);
    expect(get("skip=10000").status).toBe(200);
  });

  it("have details", () => {
    const { calls, answers } = start({ generated: { count: 50 } });
    const details = (id: string) => answers.answer("GET", new URL(`http://sandbox/call-details?id=${id}`), 1);
    expect(JSON.parse(details(calls.idOf(7)).text).call).toMatchObject({
      id: calls.idOf(7),
      transcript: expect.any(Array),
    });
    expect(details(calls.idOf(50)).status).toBe(404);
    expect(details("unknown").status).toBe(404);
    expect(details("").status).toBe(400);
  });
});
