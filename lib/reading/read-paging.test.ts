import { describe, expect, it } from "vitest";
import type { Endpoint } from "@/lib/connectors/connector";
import type { Paging } from "@/lib/connectors/reading";
import { findHttpConnector } from "@/lib/connectors/registry";
import { ORIGIN, readAll } from "./generated-provider.fixture";
import type { FetchPage } from "./read-dto";

const ALL = Array.from({ length: 23 }, (_, index) => `{"id":${9007199254740993n + BigInt(index)}}`);
const size = { parameter: "limit", default: 5, max: 5, min: 1 };

const endpointOf = (paging: Paging): Endpoint => ({
  id: "things",
  name: "Things",
  summary: "Things.",
  method: "GET",
  path: "/things",
  parameters: [],
  reading: { records: ["things"], key: "id", personalFields: [], paging },
});

type Next = (from: number) => { body?: string; headers?: Record<string, string> };

/** A provider that says by `next` where it goes on, and is asked with a place in its list. */
function provider(place: (query: URLSearchParams) => number, next: Next = () => ({})) {
  const targets: string[] = [];
  const fetchPage: FetchPage = async ({ target }) => {
    targets.push(target);
    const query = new URL(target, ORIGIN).searchParams;
    const from = place(query);
    const records = ALL.slice(from, from + Number(query.get("limit") ?? 5));
    const { body = "", headers = {} } = next(from + records.length);
    return { status: 200, text: `{"things":[${records.join(",")}]${body}}`, headers };
  };
  return { fetchPage, targets };
}

const number = (name: string) => (query: URLSearchParams) => Number(query.get(name) ?? 0);
const link = (from: number) => `${ORIGIN}/things?from=${from}`;
const none = { body: "" };

describe("each way of paging brings every record, byte for byte", () => {
  it.each<[string, Paging, ReturnType<typeof provider>, number]>([
    ["offset, to an empty page", { kind: "offset", parameter: "skip", size }, provider(number("skip")), 6],
    [
      "offset, to the provider's word",
      { kind: "offset", parameter: "skip", size, more: "more" },
      provider(number("skip"), (from) => ({ body: `,"more":${from < ALL.length}` })),
      5,
    ],
    [
      "page number",
      { kind: "page", parameter: "page", first: 1, size },
      provider((query) => (Number(query.get("page")) - 1) * 5),
      6,
    ],
    [
      "token in the body",
      { kind: "token", at: { body: "meta.next" }, parameter: "from", size },
      provider(number("from"), (from) => (from < ALL.length ? { body: `,"meta":{"next":"${from}"}` } : none)),
      5,
    ],
    [
      "token in a header",
      { kind: "token", at: { header: "X-Next" }, parameter: "from" },
      provider(number("from"), (from) => (from < ALL.length ? { headers: { "x-next": String(from) } } : none)),
      5,
    ],
    [
      "token in the last record",
      { kind: "token", at: { record: "id" }, parameter: "behind" },
      provider((query) => ALL.indexOf(`{"id":${query.get("behind")}}`) + 1),
      6,
    ],
    [
      "link in the body",
      { kind: "link", at: { body: "next" } },
      provider(number("from"), (from) => (from < ALL.length ? { body: `,"next":"?from=${from}"` } : none)),
      5,
    ],
    [
      "link in a header",
      { kind: "link", at: { header: "Link" } },
      provider(number("from"), (from) => {
        const back = `<${link(0)}>; rel="prev"`;
        return { headers: { link: from < ALL.length ? `${back}, <${link(from)}>; rel="next"` : back } };
      }),
      5,
    ],
  ])("%s", async (_, paging, { fetchPage, targets }, requests) => {
    const { records, end } = await readAll(endpointOf(paging), { fetchPage });
    expect(records).toEqual(ALL);
    expect(end).toEqual({ kind: "complete", read: ALL.length });
    expect(targets).toHaveLength(requests);
  });

  it("a page that is short is no end, nor is an empty one with a token", async () => {
    const pages = [ALL.slice(0, 3), [], ALL.slice(3, 4), ALL.slice(4)];
    let asked = 0;
    const fetchPage: FetchPage = async () => {
      const text = `{"things":[${pages[asked]}]${asked < 3 ? `,"next":"${asked}"` : ""}}`;
      asked += 1;
      return { status: 200, text };
    };
    const paging: Paging = { kind: "token", at: { body: "next" }, parameter: "from" };
    expect((await readAll(endpointOf(paging), { fetchPage })).records).toEqual(ALL);
  });
});

describe("a read stops", () => {
  it.each([
    "https://evil.example/things?from=5",
    "http://rest-api.copilot.clari.com/things?from=5",
    "//evil.example/things",
    "https://rest-api.copilot.clari.com.evil.example/",
    "https://",
  ])("where a link leads elsewhere: %s", async (next) => {
    const { fetchPage, targets } = provider(number("from"), () => ({ body: `,"next":"${next}"` }));
    const { end } = await readAll(endpointOf({ kind: "link", at: { body: "next" } }), { fetchPage });
    expect(end).toMatchObject({ kind: "stopped", reason: "led-away", read: 0 });
    expect(targets).toHaveLength(1);
  });

  it.each<[string, Paging, Next]>([
    ["an offset is not heeded", { kind: "offset", parameter: "skip", size }, () => none],
    ["a page number is not heeded", { kind: "page", parameter: "page", first: 1 }, () => none],
    ["a token comes again", { kind: "token", at: { body: "n" }, parameter: "t" }, () => ({ body: ',"n":"x"' })],
    ["a link leads to itself", { kind: "link", at: { body: "n" } }, () => ({ body: `,"n":"${link(5)}"` })],
  ])("where %s", async (_, paging, next) => {
    const { end } = await readAll(
      endpointOf(paging),
      provider(() => 0, next),
    );
    expect(end).toMatchObject({ kind: "stopped", reason: "repeated" });
  });

  it("at a ceiling, with what is below it", async () => {
    const paging: Paging = { kind: "offset", parameter: "skip", size, ceiling: 12 };
    const { records, end } = await readAll(endpointOf(paging), provider(number("skip")));
    expect(records).toEqual(ALL.slice(0, 15));
    expect(end).toMatchObject({ kind: "stopped", reason: "ceiling", read: 15 });
  });

  it.each<[Paging, number[]]>([
    [{ kind: "page", parameter: "page", first: 1, size }, [5, 5, 5, 5, 5]],
    [{ kind: "offset", parameter: "skip", size }, [5, 2, 1, 1, 1, 1, 1]],
  ])("%o: a page is made smaller only where that moves no boundary", async (paging, expected) => {
    const sizes: number[] = [];
    const fetchPage: FetchPage = async ({ target }) => {
      sizes.push(Number(new URL(target, ORIGIN).searchParams.get("limit")));
      return { status: 413, text: "" };
    };
    const { end } = await readAll(endpointOf(paging), { fetchPage });
    expect(end).toMatchObject({ kind: "stopped", reason: "too-heavy" });
    expect(sizes).toEqual(expected);
  });
});

describe("the connectors' own", () => {
  const ownEndpoint = (connector: string, id: string) =>
    findHttpConnector(connector)?.endpoints.find((endpoint) => endpoint.id === id) as Endpoint;

  it("Gong: no calls are an empty list; anything else that is not there is gone", async () => {
    const of = (text: string) =>
      readAll(ownEndpoint("gong", "calls"), { fetchPage: async () => ({ status: 404, text }) });
    expect((await of('{"errors":["No calls found corresponding to the provided filters"]}')).end?.kind).toBe(
      "complete",
    );
    expect((await of('{"errors":["Not found"]}')).end).toMatchObject({ kind: "stopped", reason: "gone" });
  });

  it("Fireflies: what a query asks with are its variables, and an error of 200 is one", async () => {
    const bodies: unknown[] = [];
    const fetchPage: FetchPage = async ({ body }) => {
      bodies.push(body?.variables);
      const text =
        bodies.length === 1 ? '{"data":{"transcripts":[{"id":"a"}]}}' : '{"errors":[{"code":"auth_failed"}]}';
      return { status: 200, text };
    };
    const { records, end } = await readAll(ownEndpoint("fireflies", "transcripts"), { fetchPage }, { mine: true });
    expect(records).toEqual(['{"id":"a"}']);
    expect(end).toMatchObject({ kind: "stopped", reason: "refused" });
    expect(bodies).toEqual([
      { mine: true, limit: 50 },
      { mine: true, limit: 50, skip: 1 },
    ]);
  });

  it("Clari's details are one record", async () => {
    const fetchPage: FetchPage = async () => ({ status: 200, text: '{"call": {"id": "a"} }' });
    const { records } = await readAll(ownEndpoint("clari-copilot", "call-details"), { fetchPage }, { id: "a" });
    expect(records).toEqual(['{"id":"a"}']);
  });
});
