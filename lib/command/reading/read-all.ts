import { setTimeout as sleep } from "node:timers/promises";
import { EXIT, Failure, isFailure } from "../failure";
import { type Host, say } from "../host";
import { chunksOf } from "../session/chunks-of";
import type { Client, Json } from "../session/client";
import type { Sink } from "./sink";

/** How often in a row nothing comes before it is given up, and the longest wait between. */
const TRIES = 6;
const LONGEST_WAIT_S = 60;

/** Reasons of a read that ended which another try may not have; all others are said. */
const MAY_PASS: ReadonlySet<string> = new Set(["limited", "unavailable", "budget"]);
const EXIT_OF: Readonly<Record<string, number>> = { refused: EXIT.refused, "not-allowed": EXIT.notAllowed };

/** A read as the server has it written down: `id`, `status`, `records`, `sentence`, `resume`, `checkpoints`. */
export async function getRead(client: Client, readId: string, lines?: number): Promise<Json> {
  const answer = await client.get(`/reads/${readId}`, lines === undefined ? {} : { lines: String(lines) });
  return answer.read ?? answer;
}

export type Wanted = { sourceId: string; since?: string | undefined };
type Cursor = { cursor: string } | { since?: string | undefined };

/** Where to go on: at the last place that is kept at or before what is held. Else at the beginning. */
async function findCursor(client: Client, sink: Sink, { since }: Wanted): Promise<Cursor> {
  const place = sink.place();
  if (!place) return { since };
  if (place.records === 0) return { since };
  const read = await getRead(client, place.readId, place.records).catch((error: unknown) => {
    if (isFailure(error) && error.exitCode === EXIT.notFound) return { checkpoints: [] };
    throw error;
  });
  const [latest] = read.checkpoints as { records: number; cursor: string }[];
  if (!latest || latest.records === 0) return { since };
  if (await sink.rewind(latest.records)) return { cursor: latest.cursor };
  throw new Failure(EXIT.failed, "The stream broke off in the middle of a page. With -o you can resume it.");
}

type Ask = { host: Host; client: Client; sink: Sink; wanted: Wanted };

const openRecords = ({ host, client, wanted }: Ask, query: Cursor) =>
  client.send(`/data-sources/${encodeURIComponent(wanted.sourceId)}/records`, {
    query,
    headers: { accept: "application/x-ndjson" },
    signal: host.signal,
  });

/** Goes on, or begins where that cannot be. */
async function openAt(ask: Ask): Promise<{ response: Response; isNew: boolean }> {
  const query = await findCursor(ask.client, ask.sink, ask.wanted);
  const isNew = !("cursor" in query);
  try {
    return { response: await openRecords(ask, query), isNew };
  } catch (error) {
    if (isNew || !isFailure(error) || error.problem?.code !== "CURSOR_UNUSABLE") throw error;
    say(ask.host, `latchkey: ${error.message} Reading everything again.`);
    return { response: await openRecords(ask, { since: ask.wanted.since }), isNew: true };
  }
}

/** One request: records from there on, until they end. What the server says of the read then. */
async function follow(ask: Ask, onRecords: () => void): Promise<Json> {
  const { sink } = ask;
  const { response, isNew } = await openAt(ask);
  const readId = response.headers.get("latchkey-read-id");
  if (!readId)
    throw new Failure(EXIT.failed, "The server didn't name the read: it isn't Latchkey, or is an older one.");
  if (isNew && !(await sink.begin(readId)))
    throw new Failure(EXIT.failed, "The read can't be resumed, as part of it is already out. With -o it can.");
  for await (const chunk of chunksOf(response)) {
    await sink.take(chunk);
    onRecords();
  }
  await sink.end();
  return getRead(ask.client, readId);
}

/** A stream that ended cleanly is whole where the server says so, and has as many records. */
function requireWhole(read: Json, { records }: Sink): void {
  if (read.status !== "complete")
    throw new Failure(EXIT.failed, `The server doesn't call it complete: ${read.sentence}`);
  if (read.records !== records)
    throw new Failure(EXIT.failed, `${records} records came, but the server counted ${read.records}.`);
}

/** Why the server says that the stream broke, where it is not something that passes. */
async function failureOfRead(client: Client, sink: Sink): Promise<Failure | undefined> {
  const place = sink.place();
  if (!place) return undefined;
  const read = await getRead(client, place.readId).catch(() => undefined);
  if (read?.status !== "failed" || MAY_PASS.has(read.reason)) return undefined;
  return new Failure(EXIT_OF[read.reason] ?? EXIT.failed, read.sentence);
}

/** How long to wait before the next try; throws where none is worth while. */
async function afterBreak(error: unknown, client: Client, sink: Sink, tries: number): Promise<number> {
  if (!isFailure(error) || error.exitCode !== EXIT.later) throw error;
  const reason = error.problem ? undefined : await failureOfRead(client, sink);
  if (reason) throw reason;
  // At once, then after 1, 3, 7 and 15 seconds.
  const { retryAfterSeconds = 2 ** (tries - 1) - 1 } = error.problem ?? {};
  if (tries >= TRIES || retryAfterSeconds > LONGEST_WAIT_S) throw error;
  return retryAfterSeconds;
}

/**
 * Reads a data source to its end into a sink, and goes on where the stream breaks.
 * @returns the read as the server has it written down
 */
export async function readAll(
  host: Host,
  client: Client,
  sink: Sink,
  wanted: Wanted,
  onRecords: () => void = () => undefined,
): Promise<Json> {
  for (let tries = 1; ; tries += 1) {
    const before = sink.records;
    try {
      const read = await follow({ host, client, sink, wanted }, onRecords);
      requireWhole(read, sink);
      return read;
    } catch (error) {
      host.signal.throwIfAborted();
      if (sink.records > before) tries = 1;
      const seconds = await afterBreak(error, client, sink, tries);
      await sleep(seconds * 1000, undefined, { signal: host.signal });
    }
  }
}
