import type { Paging } from "@/lib/connectors/reading";
import type { DefinedEndpoint } from "@/lib/own-connectors/definition-dto";
import { entries, figure, json, kept } from "./form-text";
import type { EndpointRow } from "./own-form";

export function endpointRow(endpoint: DefinedEndpoint): EndpointRow {
  const { id, name, summary, path, parameters, reading } = endpoint;
  const { records, key, personalFields, paging, changed } = reading;
  const size = "size" in paging ? paging.size : undefined;
  const at = "at" in paging ? paging.at : undefined;
  const place = at && "body" in at ? at.body : at && "header" in at ? `header ${at.header}` : "";
  const { more, ends, total } = paging;
  return {
    ...{ id, name, summary, path, key, records: records.join(", "), paging: paging.kind },
    shown: personalFields
      .flatMap((field) => (field.startsWith("!") && field !== `!${key}` ? field.slice(1) : []))
      .join(", "),
    ...{ parameter: "parameter" in paging ? paging.parameter : "", at: place },
    ...{ sizeParameter: size?.parameter ?? "", size: String(size?.default ?? 100) },
    parameters: parameters.map(({ id: own, label, kind, help, required }) => ({
      ...{ id: own, label, kind, kept: json({ help: help || undefined, required }) },
    })),
    kept: json({
      changed,
      counts: json({ more, ends, total }) === "" ? undefined : { more, ends, total },
      size: size && { max: size.max, min: size.min },
      first: "first" in paging ? paging.first : undefined,
      personal: personalFields.some((field) => !field.startsWith("!")) ? personalFields : undefined,
    }),
  };
}

function pagingOf(row: EndpointRow): Paging {
  const { counts = {}, size: bounds, first = 1 } = kept(row.kept);
  const size = figure(row.size);
  const min = Math.min(bounds?.min ?? 1, size);
  const sized = { parameter: row.sizeParameter.trim(), default: size, max: Math.max(bounds?.max ?? size, size), min };
  const optional = sized.parameter === "" ? {} : { size: sized };
  const parameter = row.parameter.trim();
  const header = /^header +(.+)$/i.exec(row.at.trim())?.[1];
  const at = header === undefined ? { body: row.at.trim() } : { header };
  if (row.paging === "none") return { kind: "none", ...counts };
  if (row.paging === "offset") return { kind: "offset", parameter, size: sized, ...counts };
  if (row.paging === "page") return { kind: "page", parameter, first, ...optional, ...counts };
  if (row.paging === "token") return { kind: "token", at, parameter, ...optional, ...counts };
  return { kind: "link", at, ...optional, ...counts };
}

const kebab = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
    .slice(0, 50) || "records";

export function endpointOf(row: EndpointRow, index: number, rows: readonly EndpointRow[]): DefinedEndpoint {
  const { changed, personal } = kept(row.kept);
  const key = row.key.trim();
  const named = kebab(row.name);
  const isTaken = rows.some(
    (one, other) => other !== index && (one.id || (other < index && kebab(one.name))) === named,
  );
  return {
    id: row.id || (isTaken ? `${named}-${index + 1}` : named),
    ...{ name: row.name, summary: row.summary, path: row.path.trim() },
    parameters: row.parameters.map(({ id, label, kind, kept: more }) => ({
      ...{ id: id.trim(), label: label || id.trim(), help: "", kind },
      ...kept(more),
    })),
    reading: {
      ...{ records: entries(row.records), key },
      personalFields: personal ?? [...new Set([key, ...entries(row.shown)])].map((field) => `!${field}`),
      paging: pagingOf(row),
      ...(changed ? { changed } : {}),
    },
  };
}
