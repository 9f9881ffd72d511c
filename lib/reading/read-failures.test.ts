import { describe, expect, it } from "vitest";
import type { Endpoint } from "@/lib/connectors/connector";
import { findHttpConnector } from "@/lib/connectors/registry";
import { callsAt, callsEndpoint, clariOf, readAll, STARTED, shown } from "./generated-provider.fixture";
import type { FetchPage, PageAnswer } from "./read-dto";

const CALLS = callsAt(Array.from({ length: 1000 }, (_, index) => STARTED - (index + 1) * 60_000));
const IDS = CALLS.map(({ id }) => id);
const limitOf = (target: string) => Number(new URL(target, "https://x").searchParams.get("limit"));
const answering = (answer: PageAnswer) => async () => answer;
const page = (...times: number[]): PageAnswer => ({
  status: 200,
  text: `{"calls":[${times.map((time) => shown({ id: `c${time}`, time, modified: time })).join(",")}]}`,
});

/** A provider whose answers are sometimes others; `change` says which, by the number of the request. */
function spoiled(change: (request: number, target: string) => PageAnswer | undefined) {
  const provider = clariOf(CALLS);
  const waits: number[] = [];
  const sizes: number[] = [];
  let requests = 0;
  const fetchPage: FetchPage = async (request) => {
    requests += 1;
    sizes.push(limitOf(request.target));
    return change(requests, request.target) ?? provider.fetchPage(request);
  };
  return { waits, sizes, fetchPage, wait: async (ms: number) => void waits.push(ms) };
}

describe("an answer that is too heavy", () => {
  it("is asked for again from the same position, by half, and grows again", async () => {
    const provider = spoiled((request, target) =>
      request < 9 && limitOf(target) > 20 ? { status: 502, text: "<html>" } : undefined,
    );
    const { ids, items } = await readAll(callsEndpoint, provider);
    expect(ids).toEqual(IDS);
    expect(provider.sizes.slice(0, 5)).toEqual([100, 50, 25, 12, 12]);
    expect(provider.sizes.at(-1)).toBe(100);
    expect(items[0]).toMatchObject({ kind: "page", asked: 4 });
    expect(provider.waits).toEqual([]);
  });

  it("even of one record ends the read, and names what it is behind", async () => {
    const provider = spoiled((request) => (request > 2 ? { status: 502, text: "" } : undefined));
    const { ids, end } = await readAll(callsEndpoint, provider);
    expect(end).toMatchObject({
      kind: "stopped",
      reason: "too-heavy",
      status: 502,
      behind: ids.at(-1),
      read: ids.length,
    });
    expect(provider.sizes.at(-1)).toBe(1);
  });
});

describe("what may pass", () => {
  it.each<[string, PageAnswer, number]>([
    ["a limit, for as long as it says", { status: 429, text: "", headers: { "retry-after": "7" } }, 7000],
    ["a limit without a word of how long", { status: 429, text: "" }, 500],
    ["a fault", { status: 503, text: "" }, 500],
    ["a reset", { unreachable: "ECONNRESET" }, 500],
    ["a body that broke off", { status: 200, text: '{"calls":[{"id":"1"' }, 500],
    ["a page of a proxy", { status: 200, text: "<html>" }, 500],
    ["an answer of another shape", { status: 200, text: '{"calls":null}' }, 500],
  ])("is waited for: %s", async (_, answer, waitMs) => {
    const provider = spoiled((request) => (request % 3 === 0 ? answer : undefined));
    const { ids, end } = await readAll(callsEndpoint, provider);
    expect(ids).toEqual(IDS);
    expect(end?.kind).toBe("complete");
    expect(new Set(provider.waits)).toEqual(new Set([waitMs]));
  });

  it("is waited for longer each time, and not for ever", async () => {
    const provider = spoiled(() => ({ status: 503, text: "" }));
    const { end } = await readAll(callsEndpoint, provider);
    expect(provider.waits).toEqual([500, 1000, 2000, 4000]);
    expect(end).toMatchObject({ kind: "stopped", reason: "unavailable", status: 503, asked: 5 });
  });

  it("ends the read where the wait is too long, with what was asked, and goes on from there", async () => {
    const answer: PageAnswer = { status: 429, text: "", headers: { "retry-after": "3600" } };
    const { ids, end } = await readAll(
      callsEndpoint,
      spoiled((request) => (request > 3 ? answer : undefined)),
    );
    expect(end).toMatchObject({ kind: "stopped", reason: "limited", retryAfterMs: 3_600_000 });
    if (end?.kind !== "stopped") return;
    const rest = await readAll(callsEndpoint, { ...clariOf(CALLS), cursor: end.cursor });
    expect([...ids, ...rest.ids]).toEqual(IDS);
  });
});

describe("a read ends with a reason", () => {
  const same = page(STARTED - 9000, STARTED - 8000);
  it.each<[string, PageAnswer]>([
    ["refused", { status: 401, text: "" }],
    ["refused", { status: 403, text: "" }],
    ["gone", { status: 404, text: "" }],
    ["rejected", { status: 400, text: "" }],
    ["rejected", { status: 302, text: "" }],
    ["unreadable", { status: 200, text: '{"calls":[{"time":"2026-01-01T00:00:00Z"}]}' }],
    ["repeated", same],
    ["unordered", page(STARTED - 1000, STARTED - 900_000)],
  ])("%s", async (reason, answer) => {
    const { end } = await readAll(callsEndpoint, { fetchPage: answering(answer) });
    expect(end).toMatchObject({ kind: "stopped", reason });
  });

  it("unordered, where the provider does not heed the time that it is asked from", async () => {
    const text = `{"calls":[${CALLS.slice(0, 100).map(shown).join(",")}]}`;
    const { end } = await readAll(callsEndpoint, { fetchPage: answering({ status: 200, text }) });
    expect(end).toMatchObject({ kind: "stopped", reason: "unordered", read: 100 });
  });

  it("ceiling, where more share one time than the provider's offsets reach", async () => {
    const ties = callsAt(Array<number>(10_500).fill(STARTED - 60_000));
    const { ids, end } = await readAll(callsEndpoint, clariOf(ties));
    expect(end).toMatchObject({ kind: "stopped", reason: "ceiling", total: 10_500 });
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("not-incremental, before anything is asked", async () => {
    const users = findHttpConnector("clari-copilot")?.endpoints.find(({ id }) => id === "users") as Endpoint;
    const { items } = await readAll(users, { since: 1, fetchPage: answering({ status: 500, text: "" }) });
    expect(items).toMatchObject([{ kind: "stopped", reason: "not-incremental", asked: 0 }]);
  });
});
