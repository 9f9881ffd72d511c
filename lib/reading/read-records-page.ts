import "server-only";
import type { Cursor } from "./cursor";
import { noteEnd } from "./note-end";
import { type OpenSource, openSource, readOf } from "./open-source";
import { parseQuery } from "./parse-query";
import { takeReadPlace } from "./read-limits";
import { isReadOver, nextPageSize } from "./read-records";
import { recordsPageInput, writeCursorText } from "./read-schema";
import { type Piece, type RunEnd, runRead } from "./run-read";
import { type Started, startRead } from "./start-read";
import type { Reader } from "./still-may-read";
import { stopRefusal } from "./stop-refusal";

/** A page is answered within 20 seconds: proxies cut what takes a minute or more. */
const TIME_MS = 18_000;

/** A page of records, each as its provider sent it. */
export type RecordsPage = {
  readId: string;
  records: string[];
  /** Behind these; undefined on the last page. */
  next: string | undefined;
  /** Where a later read of what changed begins; of the last page alone, and where the provider can say what changed. */
  resume: Date | undefined;
};

type Gathered = { records: string[]; last: Piece | undefined; end: (RunEnd & { requests: number }) | undefined };

async function gather(
  run: ReturnType<typeof runRead>,
  limit: number,
  isOver: (cursor: Cursor) => boolean,
): Promise<Gathered> {
  const records: string[] = [];
  let last: Piece | undefined;
  for (;;) {
    const { value, done } = await run.next();
    if (done) return { records, last, end: value };
    last = value;
    for (const record of value.records) records.push(record);
    // The next page has to fit as well: pages are never cut. Behind the last one nobody is asked.
    const fits = records.length + nextPageSize(value.cursor) <= limit;
    if (records.length > 0 && !fits && !isOver(value.cursor)) break;
  }
  await run.return({ kind: "left", requests: last.requests() });
  return { records, last, end: undefined };
}

function pageOf({ run, before }: Started, { connector }: OpenSource, { records, last, end }: Gathered): RecordsPage {
  const next = writeCursorText({ readId: run.id, records: last?.progress.records ?? before.records });
  const hasNothing = last === undefined;
  if (end && end.kind !== "complete" && hasNothing) throw stopRefusal(connector, end);
  const isOver = end?.kind === "complete";
  return { readId: run.id, records, next: isOver ? undefined : next, resume: isOver ? end.resume : undefined };
}

/**
 * A page of a data source's records: from the beginning, from a cursor, or of what changed since a time. It ends where
 * the next page of the provider would not fit, the records end, or time is up; it may have none and a `next` then.
 * @param query of the request: `cursor`, `since`, `limit`
 * @param signal ends it where nobody waits for the answer any more
 */
export async function readRecordsPage(
  reader: Reader,
  id: unknown,
  query: URLSearchParams,
  signal: AbortSignal,
): Promise<RecordsPage> {
  const open = await openSource(reader, id);
  const { limit, ...wanted } = parseQuery(recordsPageInput, query);
  const giveBack = takeReadPlace(reader.workspaceId);
  try {
    const started = await startRead(reader, open, { ...wanted, door: "json" });
    const latest = performance.now() + TIME_MS;
    const gathered = await gather(runRead({ reader, open, ...started, size: limit, signal, latest }), limit, (cursor) =>
      isReadOver(readOf(open), cursor),
    );
    const { end, last } = gathered;
    // What was gathered is handed out, and what stopped it is said to whoever asks for more.
    if (end && (end.kind === "complete" || last === undefined)) await noteEnd(started.run, open, end);
    return pageOf(started, open, gathered);
  } finally {
    giveBack();
  }
}
