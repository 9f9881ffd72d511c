import type { Schema } from "../output/columns";
import type { Client, Json } from "../session/client";

/** A data source, as a stream of Singer. */
export type Stream = {
  /** The name of stream and table: made of the source's, as databases take it. */
  name: string;
  sourceId: string;
  schema: Schema & { properties: Record<string, Schema> };
  /** The field that tells records apart. */
  key: string;
  /** Where that lies deeper, it is put into the record under `key`. */
  keyPath: string[] | undefined;
  isIncremental: boolean;
};

/** The field that is added where a record's key is not one of its own fields. */
const ADDED_KEY = "_latchkey_key";

const plainName = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "") || "stream";

/** Two sources whose names come to the same are told apart by their ids, which stay. */
function uniqueNames(sources: readonly Json[]): Map<string, string> {
  const names = sources.map(({ name }) => plainName(name));
  const isTaken = (name: string) => names.filter((one) => one === name).length > 1;
  return new Map(
    sources.map(({ id }, index) => {
      const name = names[index] ?? "stream";
      return [id as string, isTaken(name) ? `${name}_${plainName(id)}` : name];
    }),
  );
}

function toStream(source: Json, name: string, endpoint: Json): Stream {
  const { schema = {}, key = ADDED_KEY, changed } = endpoint ?? {};
  const properties: Record<string, Schema> = { ...schema.properties };
  const isOwn = Object.hasOwn(properties, key);
  if (!isOwn) properties[ADDED_KEY] = { type: ["string", "null"] };
  return {
    name,
    sourceId: source.id,
    schema: { type: "object", ...schema, properties },
    key: isOwn ? key : ADDED_KEY,
    keyPath: isOwn ? undefined : String(key).split("."),
    isIncremental: Boolean(changed),
  };
}

/** One for each data source that the token may read. */
export async function findStreams(client: Client): Promise<Stream[]> {
  const sources = await client.all("/data-sources");
  const connectors = new Map<string, Json>((await client.all("/connectors")).map((one) => [one.id, one]));
  const names = uniqueNames(sources);
  const streams: Stream[] = [];
  for (const source of sources) {
    const { endpoints = [] } = connectors.get(source.connectorId) ?? {};
    const endpoint = endpoints.find(({ id }: Json) => id === source.endpointId);
    if (endpoint) streams.push(toStream(source, names.get(source.id) ?? "stream", endpoint));
  }
  return streams;
}
