import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { baseUrlOf } from "@/lib/checks/base-url";
import { openReadBudget } from "@/lib/checks/read-budget";
import type { Connector, Endpoint, ParameterValues } from "@/lib/connectors/connector";
import type { ReadRequest } from "@/lib/connectors/read-request";
import { isOwn } from "@/lib/platform/own-error";
import { NoRoom, pageFetcher, type Values } from "./fetch-page";
import { hideOwnValues } from "./hide-own-values";
import { askedOf } from "./open-source";
import { PREVIEW_RECORDS } from "./preview-dto";
import type { FetchPage, ReadItem } from "./read-dto";
import { isReadOver, type ReadOf, readRecords } from "./read-records";
import type { ReadReason } from "./reads-dto";

/** What a person waits for at the most, and how many pages are looked at for the first records. */
const TIME_MS = 12_000;
const MOST_PAGES = 3;

type Looked = { records: string[]; hidden: number; total: number | undefined; hasMore: boolean };
type Failed = { reason: ReadReason; retryAfterMs: number | undefined };
/** What the first pages came to, and the first request that was sent for them. */
export type Look = (Looked | Failed) & { request: ReadRequest | undefined };

export type Wanted = { connector: Connector; endpoint: Endpoint; parameters: ParameterValues; values: Values };

/** @param looked what was seen until then, also where it throws */
async function lookAt(
  of: ReadOf,
  pages: AsyncGenerator<ReadItem, void>,
  hide: Hide,
  looked: Looked,
): Promise<Looked | Failed> {
  for (let count = 1; ; count += 1) {
    const { value } = await pages.next();
    if (!value || value.kind === "complete") return { ...looked, hasMore: false };
    // What came before is worth a look too.
    if (value.kind === "stopped" && looked.records.length > 0) return { ...looked, hasMore: true };
    if (value.kind === "stopped") return { reason: value.reason, retryAfterMs: value.retryAfterMs };
    const page = hide(value.records);
    looked.records.push(...page.records);
    looked.hidden += page.hidden;
    looked.total = value.total;
    looked.hasMore = !isReadOver(of, value.cursor);
    if (!looked.hasMore || looked.records.length >= PREVIEW_RECORDS || count === MOST_PAGES) return looked;
  }
}

type Hide = ReturnType<typeof hideOwnValues>;

/** Reads the first records, without a row and without waiting for what may pass. */
export async function lookAtRecords(wanted: Wanted, signal: AbortSignal): Promise<Look> {
  const { connector, endpoint, parameters, values } = wanted;
  const budget = openReadBudget(connector, askedOf(connector, values.current), signal);
  const latest = performance.now() + TIME_MS;
  const baseUrl = baseUrlOf(connector, values.current);
  const fetcher = pageFetcher({ connector, baseUrl, values, budget, signal, latest, onRequest: () => undefined });
  let request: ReadRequest | undefined;
  const fetchPage: FetchPage = (asked) => {
    request ??= asked;
    return fetcher(asked);
  };
  const of = { endpoints: connector.endpoints, endpoint, parameters };
  const pages = readRecords(of, {
    origin: new URL(baseUrl).origin,
    startedAt: Date.now(),
    size: PREVIEW_RECORDS,
    fetchPage,
    wait: (ms) => sleep(ms, undefined, { signal }).catch(() => Promise.reject(new NoRoom("stopped"))),
    // A person asks again; nobody watches a long wait.
    limits: { tries: 2, longestWaitMs: 1000 },
  });
  const looked: Looked = { records: [], hidden: 0, total: undefined, hasMore: false };
  try {
    return { ...(await lookAt(of, pages, hideOwnValues(connector, values), looked)), request };
  } catch (error) {
    if (!isOwn(error, NoRoom)) throw error;
    const { room } = error;
    if (looked.records.length > 0) return { ...looked, hasMore: true, request };
    if (typeof room === "object") return { reason: "budget", retryAfterMs: room.usedUpForMs, request };
    return { reason: "unavailable", retryAfterMs: undefined, request };
  } finally {
    await budget.end();
  }
}
