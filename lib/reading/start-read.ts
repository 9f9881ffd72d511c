import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { randomId } from "@/lib/platform/random-id";
import type { Cursor } from "./cursor";
import { type OpenSource, readOf } from "./open-source";
import { countReadBegun } from "./read-limits";
import { changedOf } from "./read-records";
import { findPlace, insertRead, type Progress, type ReadRun, resumeRead } from "./read-repository";
import type { CursorParts } from "./read-schema";
import type { Reader } from "./still-may-read";

/** A read that begins, or goes on from a cursor. */
export type Started = {
  run: ReadRun;
  before: Progress;
  startedAt: number;
  since: number | undefined;
  cursor: Cursor | undefined;
};

const unusable = (message: string) => new Refusal("CURSOR_UNUSABLE", message, { fields: { cursor: message } });

async function goOn(reader: Reader, { source }: OpenSource, { readId, records }: CursorParts): Promise<Started> {
  const { workspaceId } = reader;
  const place = await findPlace(workspaceId, readId, records);
  if (!place) throw unusable("No read in this workspace has this cursor. It's wrong, or older than 90 days.");
  if (place.dataSourceId !== source.id) throw unusable("This cursor belongs to another data source.");
  if (place.asks !== source.asks)
    throw unusable("The data source has changed since and now asks for something else. Start a new read.");
  if (place.cursor === null)
    throw unusable(
      "We don't have this place in the read, or no longer do. Use one of its checkpoints, or start a new read.",
    );
  const run = await resumeRead(workspaceId, readId);
  if (!run) throw unusable("We no longer have this read. Start a new one.");
  const cursor = JSON.parse(place.cursor) as Cursor;
  const { requests, bytes, hidden } = run;
  const gone = cursor.children?.gone ?? 0;
  const before = { records, total: cursor.total, requests, bytes, hidden, gone };
  return { run, before, startedAt: cursor.startedAt, since: cursor.since ?? undefined, cursor };
}

/** Begins a read, or goes on with one behind a cursor; whoever was going on with it before is displaced. */
export async function startRead(
  reader: Reader,
  open: OpenSource,
  wanted: { door: "json" | "ndjson"; since?: number | undefined; cursor?: CursorParts | undefined },
): Promise<Started> {
  if (wanted.cursor) return goOn(reader, open, wanted.cursor);
  const { since, door } = wanted;
  if (since !== undefined && !changedOf(readOf(open))) {
    const message = `${open.connector.name} can't say what changed in ${open.endpoint.name}. Leave out since to read all of it.`;
    throw new Refusal("INVALID_INPUT", message, { fields: { since: message } });
  }
  await countReadBegun(reader.userId);
  const startedAt = new Date();
  const id = `rd_${randomId()}`;
  const run = await insertRead(reader, open.source, {
    id,
    door,
    since: since === undefined ? null : new Date(since),
    startedAt,
  });
  const before = { records: 0, total: null, requests: 0, bytes: 0, hidden: 0, gone: 0 };
  return { run, before, startedAt: startedAt.getTime(), since, cursor: undefined };
}
