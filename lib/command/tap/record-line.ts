import { sliceFields } from "../output/slice-fields";
import type { Selection } from "./catalog";

const textOf = (raw: string) => (raw.startsWith('"') ? raw : JSON.stringify(raw));

function keyAt(record: string, path: readonly string[]): string {
  let raw = record;
  for (const name of path) {
    if (!raw.startsWith("{")) return "null";
    raw = sliceFields(raw).get(name) ?? "null";
  }
  return raw === "null" ? raw : textOf(raw);
}

/** The record as it came; only where fields are left out or the key is added is it put together anew, of the same bytes. */
function chosen(record: string, { stream, without }: Selection): string {
  if (without.size === 0 && !stream.keyPath) return record;
  const fields = [...sliceFields(record)].filter(([name]) => !without.has(name));
  const parts = fields.map(([name, raw]) => `${JSON.stringify(name)}:${raw}`);
  if (stream.keyPath) parts.unshift(`${JSON.stringify(stream.key)}:${keyAt(record, stream.keyPath)}`);
  return `{${parts.join(",")}}`;
}

/** A RECORD message. */
export function recordLine(record: string, selection: Selection, extractedAt: string): string {
  const stream = JSON.stringify(selection.stream.name);
  return `{"type":"RECORD","stream":${stream},"record":${chosen(record, selection)},"time_extracted":"${extractedAt}"}\n`;
}

/** The SCHEMA message: what is left out is not in it. */
export function schemaMessage({ stream, without }: Selection): object {
  const kept = Object.entries(stream.schema.properties).filter(([name]) => !without.has(name));
  return {
    type: "SCHEMA",
    stream: stream.name,
    schema: { ...stream.schema, properties: Object.fromEntries(kept) },
    key_properties: [stream.key],
  };
}
