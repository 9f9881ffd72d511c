import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { baseUrlOf } from "@/lib/checks/base-url";
import { openReadBudget } from "@/lib/checks/read-budget";
import type { Cursor } from "./cursor";
import { NoRoom, pageFetcher } from "./fetch-page";
import { type OpenSource, readOf } from "./open-source";
import { readRecords } from "./read-records";

/** What a run asks its provider for, and until when. */
export type Asking = {
  open: OpenSource;
  startedAt: number;
  since: number | undefined;
  cursor: Cursor | undefined;
  /** Records that a page is asked for, where less than usual is wanted. */
  size?: number | undefined;
  signal: AbortSignal;
  /** A moment of `performance.now()`; without one it takes as long as it takes. */
  latest?: number;
};

/** The pages of a read as its provider has them, each asked for at its place among all requests with the credential. */
export function askForPages(options: Asking, onRequest: () => void) {
  const { open, signal, startedAt, since, cursor, size, latest = Number.POSITIVE_INFINITY } = options;
  const { connector, values, asked } = open;
  const budget = openReadBudget(connector, asked, signal);
  const baseUrl = baseUrlOf(connector, values.current);
  const fetchPage = pageFetcher({ connector, baseUrl, values, budget, signal, latest, onRequest });
  const wait = async (ms: number) => {
    if (performance.now() + ms > latest) throw new NoRoom("too-late");
    await sleep(ms, undefined, { signal }).catch(() => {
      throw new NoRoom("stopped");
    });
  };
  const pages = readRecords(readOf(open), {
    origin: new URL(baseUrl).origin,
    startedAt,
    ...(since === undefined ? {} : { since }),
    ...(cursor ? { cursor } : {}),
    size,
    fetchPage,
    wait,
  });
  return { pages, budget };
}
