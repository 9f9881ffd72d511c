import { type Host, write } from "../host";
import { readAll } from "../reading/read-all";
import type { Client, Json } from "../session/client";
import { Bookmarks } from "./bookmarks";
import { type Selection, selectStreams } from "./catalog";
import { schemaMessage } from "./record-line";
import { findStreams } from "./streams";
import { TapSink } from "./tap-sink";

const say = (host: Host, message: object) => write(host, `${JSON.stringify(message)}\n`);

type Run = { host: Host; client: Client; bookmarks: Bookmarks; startDate: string | undefined };

/** One stream, from its schema to the state behind its last record. */
async function runStream({ host, client, bookmarks, startDate }: Run, selection: Selection): Promise<void> {
  const { name, sourceId, isIncremental } = selection.stream;
  await say(host, schemaMessage(selection));
  const kept = bookmarks.of(name, sourceId);
  const since = isIncremental ? (kept?.since ?? startDate) : undefined;
  const before = { ...(kept ?? { source: sourceId }), ...(since === undefined ? {} : { since }) };
  const sink = new TapSink(host, { selection, bookmarks, before });
  const wanted = { sourceId, ...(since === undefined ? {} : { since }) };
  const read = await readAll(host, client, sink, wanted).catch(async (error: unknown) => {
    // What is out need not be read again.
    if (!host.signal.aborted) await sink.state();
    throw error;
  });
  const next = isIncremental ? (read.resume ?? since) : undefined;
  bookmarks.set(name, { source: sourceId, ...(next === undefined ? {} : { since: next }) });
  await say(host, bookmarks.message);
}

/** Reads all chosen streams, one after the other. */
export async function runTap(
  host: Host,
  client: Client,
  { catalog, state, startDate }: { catalog: Json; state: Json; startDate: string | undefined },
): Promise<void> {
  const bookmarks = new Bookmarks(state);
  const selections = selectStreams(await findStreams(client), catalog);
  for (const selection of selections) await runStream({ host, client, bookmarks, startDate }, selection);
  // A run without a stream hands back what it was given.
  if (selections.length === 0) await say(host, bookmarks.message);
}
