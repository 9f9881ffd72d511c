import "server-only";
import { isOwn } from "@/lib/platform/own-error";
import { type Asking, askForPages } from "./ask-for-pages";
import type { Cursor } from "./cursor";
import { NoRoom } from "./fetch-page";
import { hideOwnValues } from "./hide-own-values";
import { readOf } from "./open-source";
import type { ReadItem } from "./read-dto";
import { parentOf } from "./read-records";
import { noteProgress, type Progress, type ReadRun, touchRead } from "./read-repository";
import type { ReadReason } from "./reads-dto";
import { type Reader, stillMayRead } from "./still-may-read";

/** A revoked token, a changed role and a removed member count after this at the latest, in the middle of a stream too. */
const ASKED_AGAIN_MS = 500;
/** A run that waits says so this often; one that is silent for longer is taken for lost. */
const TOUCH_MS = 15_000;

/** A page as it is handed out. What is behind it is written down before the next one is handed out. */
export type Piece = {
  records: readonly string[];
  cursor: Cursor;
  progress: Progress;
  /** Requests of the whole read until now, also those for what comes next. */
  requests: () => number;
};

/** How a run ended, or that it ran out of time or of room among the requests. */
export type RunEnd =
  | { kind: "complete"; resume?: Date }
  | { kind: "stopped"; reason: ReadReason; retryAfterMs?: number; behind?: string }
  | { kind: "too-late" }
  | { kind: "left" };

export type RunOptions = Asking & {
  reader: Reader;
  run: ReadRun;
  /** What the read had before this run. */
  before: Progress;
  /** Asks for the next page while one is handed out: for readers that take all. One page, never more. */
  isAhead?: boolean;
};

type Hide = ReturnType<typeof hideOwnValues>;
type State = { requests: number; checkedAt: number };

/** The key that names a record is the provider's text too: it may be an echo. */
function stopEnd({ reason, retryAfterMs, behind }: Extract<ReadItem, { kind: "stopped" }>, hide: Hide): RunEnd {
  const named = behind === undefined ? undefined : hide([JSON.stringify(behind)]).records[0];
  return {
    kind: "stopped",
    reason,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(named === undefined ? {} : { behind: String(JSON.parse(named)) }),
  };
}

function endOf(error: unknown): RunEnd {
  if (!isOwn(error, NoRoom)) throw error;
  const { room } = error;
  if (room === "stopped") return { kind: "left" };
  if (room === "too-late") return { kind: "too-late" };
  return { kind: "stopped", reason: "budget", retryAfterMs: room.usedUpForMs };
}

/** Whether this run may hand out what it has just read; else why not. */
async function mayGoOn(
  { reader, open }: RunOptions,
  state: State,
  asksNow: string | undefined,
): Promise<ReadReason | undefined> {
  if (asksNow === undefined) return "displaced";
  if (asksNow !== open.source.asks) return "source-changed";
  const now = performance.now();
  if (now - state.checkedAt < ASKED_AGAIN_MS) return undefined;
  state.checkedAt = now;
  return (await stillMayRead(reader, open.source.id)) ? undefined : "not-allowed";
}

async function* pagesOf(options: RunOptions, state: State): AsyncGenerator<Piece, RunEnd> {
  const { open, run, before } = options;
  const hide = hideOwnValues(open.connector, open.values);
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const { pages, budget } = askForPages({ ...options, signal }, () => {
    state.requests += 1;
  });
  // Of what is asked for one by one a page is many requests: too many to be asked in vain.
  const isAhead = options.isAhead && !parentOf(readOf(open));
  const requests = () => before.requests + state.requests;
  let { hidden, bytes } = before;
  let noted: Promise<string | undefined> = Promise.resolve(undefined);
  const goOn = async (ahead?: ReturnType<typeof pages.next>) =>
    (await mayGoOn(options, state, await noted)) ?? ahead ?? pages.next();
  let next: Promise<ReadReason | IteratorResult<ReadItem, void>> = pages.next();
  try {
    for (;;) {
      const found = await next;
      if (typeof found === "string") return { kind: "stopped", reason: found };
      if (found.done) throw new Error("A read ended without saying how.");
      const item = found.value;
      if (item.kind === "complete")
        return { kind: "complete", ...(item.resume === undefined ? {} : { resume: new Date(item.resume) }) };
      if (item.kind === "stopped") return stopEnd(item, hide);
      const { read: records, total, children } = item.cursor;
      const page = hide(item.records);
      hidden += page.hidden;
      for (const record of page.records) bytes += Buffer.byteLength(record) + 1;
      const progress = { records, total, requests: requests(), bytes, hidden, gone: children?.gone ?? 0 };
      // While it is handed out. Whoever dies meanwhile goes on from the place before, and asks for this page once more.
      noted = noteProgress(run, progress, JSON.stringify(item.cursor));
      noted.catch(() => undefined);
      const ahead = isAhead ? pages.next() : undefined;
      ahead?.catch(() => undefined);
      yield { records: page.records, cursor: item.cursor, progress, requests };
      // What came meanwhile is handed out only where this page is written down and its reader still may read.
      next = goOn(ahead);
    }
  } catch (error) {
    return endOf(error);
  } finally {
    stop.abort();
    await next.catch(() => undefined);
    await pages.return();
    // Also where nobody asks for the next page: the cursor behind this one is in their hands.
    await noted;
    await budget.end();
  }
}

/**
 * Runs a read page by page: each is written down while it is handed out, so that whoever was handed it can go on behind
 * it. What is yielded was scanned for the credential's own values. Returns how it ended, and how many requests it
 * took; the caller says so in the read's row.
 */
export async function* runRead(options: RunOptions): AsyncGenerator<Piece, RunEnd & { requests: number }> {
  const state: State = { requests: 0, checkedAt: performance.now() };
  const alive = setInterval(() => void touchRead(options.run).catch(() => undefined), TOUCH_MS);
  try {
    const end = yield* pagesOf(options, state);
    return { ...end, requests: options.before.requests + state.requests };
  } finally {
    clearInterval(alive);
  }
}
