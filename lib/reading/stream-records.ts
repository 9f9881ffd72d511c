import "server-only";
import { readerLimits } from "@/lib/checks/read-budget";
import { describeError, log } from "@/lib/platform/log";
import { noteEnd } from "./note-end";
import { type OpenSource, openSource } from "./open-source";
import { parseQuery } from "./parse-query";
import { takeReadPlace } from "./read-limits";
import type { ReadRun } from "./read-repository";
import { recordsStreamInput } from "./read-schema";
import { type Piece, type RunEnd, runRead } from "./run-read";
import { startRead } from "./start-read";
import type { Reader } from "./still-may-read";
import { stopRefusal } from "./stop-refusal";

/**
 * From so many requests a second on it is worth while to ask for a page ahead. At a slower pace nothing is won by it, and a
 * client that dies would have it asked for in vain.
 */
const AHEAD_FROM = 20;

/** All records of a data source, one a line. Where it throws, what came before is a part and not the whole. */
export type RecordsStream = { readId: string; lines: AsyncGenerator<string, void, undefined> };

type Running = { run: ReadRun; open: OpenSource; pages: ReturnType<typeof runRead>; giveBack: () => void };
type Ended = RunEnd & { requests: number };

const linesOf = ({ records }: Piece) => (records.length > 0 ? `${records.join("\n")}\n` : "");

/** How it ended is in its row before its last byte is out: whoever has the whole may ask for it at once. */
async function finish({ run, open }: Running, end: Ended): Promise<void> {
  await noteEnd(run, open, end);
  if (end.kind !== "complete" && end.kind !== "left") throw stopRefusal(open.connector, end);
}

async function noteLeft({ run, open }: Running, requests: number): Promise<void> {
  try {
    await noteEnd(run, open, { kind: "left", requests });
  } catch (error) {
    log.error({ readId: run.id, error: describeError(error) }, "that a read was left could not be written down");
  }
}

async function* follow(running: Running, first: Piece, signal: AbortSignal): AsyncGenerator<string, void, undefined> {
  const { pages, giveBack } = running;
  let piece = first;
  let isOver = false;
  try {
    for (;;) {
      const lines = linesOf(piece);
      if (lines !== "") yield lines;
      const { value, done } = await pages.next();
      if (done) {
        isOver = true;
        await finish(running, value);
        return;
      }
      piece = value;
    }
  } catch (error) {
    if (!isOver) await noteEnd(running.run, running.open, failed(piece)).catch(() => undefined);
    isOver = true;
    throw error;
  } finally {
    if (!isOver || signal.aborted) await noteLeft(running, piece.requests());
    await pages.return(failed(piece));
    giveBack();
  }
}

const failed = ({ requests }: Piece): Ended => ({ kind: "stopped", reason: "internal", requests: requests() });

/**
 * Begins to stream a data source's records: all, from a cursor, or what changed since a time. The first page is there
 * when it returns, so that what stops a read at once is refused, and no stream begins.
 * @param query of the request: `cursor`, `since`
 * @param signal ends it where its reader hung up
 */
export async function streamRecords(
  reader: Reader,
  id: unknown,
  query: URLSearchParams,
  signal: AbortSignal,
): Promise<RecordsStream> {
  const open = await openSource(reader, id);
  const wanted = parseQuery(recordsStreamInput, query);
  const giveBack = takeReadPlace(reader.workspaceId);
  try {
    const started = await startRead(reader, open, { ...wanted, door: "ndjson" });
    const isAhead = readerLimits(open.connector).perSecond >= AHEAD_FROM;
    const pages = runRead({ reader, open, ...started, signal, isAhead });
    const running = { run: started.run, open, pages, giveBack };
    const { value, done } = await pages.next();
    if (!done) return { readId: started.run.id, lines: follow(running, value, signal) };
    await finish(running, value);
    giveBack();
    return { readId: started.run.id, lines: nothing() };
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function* nothing(): AsyncGenerator<string, void, undefined> {}
