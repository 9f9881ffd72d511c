import { clariCopilotEndpoints } from "@/lib/connectors/clari-copilot-endpoints";
import type { Endpoint } from "@/lib/connectors/connector";
import type { ReadRequest } from "@/lib/connectors/read-request";
import type { PageAnswer, ReadItem, ReadOptions } from "./read-dto";
import { readPages } from "./read-pages";

export const STARTED = Date.UTC(2026, 5, 1, 12, 0, 0, 250);
export const ORIGIN = "https://rest-api.copilot.clari.com";

export const callsEndpoint = clariCopilotEndpoints.find(({ id }) => id === "calls") as Endpoint;

export type Call = { id: string; time: number; modified: number };

/** A number from 0 to 1, from a seed. */
export function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Calls in the order of their times; ids have nothing to do with it. */
export const callsAt = (times: readonly number[]): Call[] =>
  times
    .toSorted((a, b) => a - b)
    .map((time, index) => ({ id: `call-${(index * 7919) % times.length}`, time, modified: time }));

const timeOf = (query: URLSearchParams, id: string, without: number) => Date.parse(query.get(id) ?? "") || without;

/** The calls that a Clari workspace has of what a request asks, in order. */
function found(calls: readonly Call[], query: URLSearchParams, isInclusive: boolean): Call[] {
  const after = timeOf(query, "filterTimeGt", Number.NEGATIVE_INFINITY);
  const before = timeOf(query, "filterTimeLt", Number.POSITIVE_INFINITY);
  const modified = timeOf(query, "filterModifiedGt", Number.NEGATIVE_INFINITY);
  const isIn = isInclusive
    ? ({ time }: Call) => time >= after && time <= before
    : ({ time }: Call) => time > after && time < before;
  return calls.filter((call) => isIn(call) && call.modified > modified).toSorted((a, b) => a.time - b.time);
}

export const shown = ({ id, time }: Call) => `{"id":"${id}","time":"${new Date(time).toISOString()}"}`;

/** The calls of a workspace as Clari pages them, in memory. */
export function clariOf(calls: readonly Call[], { isInclusive = false } = {}) {
  const requests: ReadRequest[] = [];
  const fetchPage = async (request: ReadRequest): Promise<PageAnswer> => {
    requests.push(request);
    const query = new URL(request.target, ORIGIN).searchParams;
    const all = found(calls, query, isInclusive);
    const skip = Number(query.get("skip") ?? 0);
    if (skip > 10_000) return { status: 400, text: "{}" };
    const records = all.slice(skip, skip + Number(query.get("limit") ?? 25));
    const hasMore = skip + records.length < all.length;
    const pagination =
      query.get("includePagination") === "false" ? "" : `,"pagination":{"matched":${all.length},"hasMore":${hasMore}}`;
    return { status: 200, text: `{"calls":[${records.map(shown).join(",")}]${pagination}}` };
  };
  return { fetchPage, requests };
}

export type Tried = Partial<ReadOptions> & Pick<ReadOptions, "fetchPage">;

export const read = (endpoint: Endpoint, options: Tried, parameters = {}) =>
  readPages(endpoint, parameters, { origin: ORIGIN, startedAt: STARTED, wait: async () => {}, ...options });

/** Every record of a read, and how it ended. */
export async function readAll(endpoint: Endpoint, options: Tried, parameters = {}) {
  const items: ReadItem[] = [];
  for await (const item of read(endpoint, options, parameters)) items.push(item);
  const records = items.flatMap((item) => (item.kind === "page" ? item.records : []));
  return { records, ids: records.map((record) => JSON.parse(record).id as string), end: items.at(-1), items };
}
