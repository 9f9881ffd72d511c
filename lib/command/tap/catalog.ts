import type { Json } from "../session/client";
import type { Stream } from "./streams";

/** What is put out of a stream, and by which name. */
export type Selection = { stream: Stream /** Fields that are left out. */; without: ReadonlySet<string> };

function metadataOf({ schema, key, isIncremental, sourceId }: Stream) {
  const method = isIncremental ? "INCREMENTAL" : "FULL_TABLE";
  const root = {
    inclusion: "available",
    selected: true,
    "table-key-properties": [key],
    // What changed is asked for by time, and not by a field of the record.
    "valid-replication-keys": [],
    "replication-method": method,
    "forced-replication-method": method,
    "latchkey-source-id": sourceId,
  };
  const fields = Object.keys(schema.properties).map((name) => ({
    breadcrumb: ["properties", name],
    metadata: { inclusion: name === key ? "automatic" : "available", selected: true },
  }));
  return [{ breadcrumb: [], metadata: root }, ...fields];
}

/** What `--discover` puts out. */
export const toCatalog = (streams: readonly Stream[]) => ({
  streams: streams.map((stream) => ({
    tap_stream_id: stream.name,
    stream: stream.name,
    schema: stream.schema,
    key_properties: [stream.key],
    metadata: metadataOf(stream),
  })),
});

const rootOf = (entry: Json): Json =>
  entry.metadata?.find(({ breadcrumb }: Json) => breadcrumb.length === 0)?.metadata ?? {};

/** By what a person chose, and else by what the tap said; the older catalogue has it in the schema. */
const isSelected = (metadata: Json, before: boolean): boolean =>
  metadata.inclusion !== "unsupported" && (metadata.inclusion === "automatic" || (metadata.selected ?? before));

function fieldsLeftOut(entry: Json, key: string): Set<string> {
  const without = new Set<string>();
  for (const [name, schema] of Object.entries<Json>(entry.schema?.properties ?? {}))
    if (schema.selected === false || schema.inclusion === "unsupported") without.add(name);
  for (const { breadcrumb, metadata } of entry.metadata ?? []) {
    if (breadcrumb.length !== 2 || breadcrumb[0] !== "properties") continue;
    if (isSelected(metadata, metadata["selected-by-default"] ?? true)) without.delete(breadcrumb[1]);
    else without.add(breadcrumb[1]);
  }
  without.delete(key);
  return without;
}

function select(entry: Json, streams: readonly Stream[]): Selection | undefined {
  const root = rootOf(entry);
  if (!(root.selected ?? entry.schema?.selected ?? root["selected-by-default"] ?? false)) return undefined;
  const sourceId = root["latchkey-source-id"];
  const id = entry.tap_stream_id ?? entry.stream;
  const found = streams.find((one) => one.sourceId === sourceId) ?? streams.find(({ name }) => name === id);
  if (!found) throw new Error(`There's no data source for the stream "${id}", or the token can't read it.`);
  // A source that was renamed since keeps its table.
  const stream = { ...found, name: (entry.stream ?? id) as string };
  return { stream, without: fieldsLeftOut(entry, found.key) };
}

/** What a catalogue chooses; without one, everything. */
export function selectStreams(streams: readonly Stream[], catalog: Json | undefined): Selection[] {
  if (!catalog) return streams.map((stream) => ({ stream, without: new Set() }));
  return (catalog.streams as Json[]).flatMap((entry) => select(entry, streams) ?? []);
}
