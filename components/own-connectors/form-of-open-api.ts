import { onlyOrigin, readOpenApi } from "@/lib/connectors/open-api";
import { DEFINED_AT_MOST } from "@/lib/own-connectors/definition-dto";
import { type EndpointRow, emptyForm, newEndpoint, type OwnForm } from "./own-form";

const short = (text: string, max: number) =>
  text
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, max);

/** The path of its server, which stands before those of the document. */
function baseOf(servers: readonly string[]): string {
  const origin = onlyOrigin(servers);
  return origin ? new URL(servers[0] ?? "").pathname.replace(/\/+$/, "") : "";
}

/** What an OpenAPI document says of a connector. What it does not say (which call proves a key, what 403 means) stays empty. */
export function formOfOpenApi(document: unknown): OwnForm {
  const { name, servers, ways, isOnlyWay, lists } = readOpenApi(document);
  const form = emptyForm();
  const origin = onlyOrigin(servers);
  const base = baseOf(servers);
  const [way] = ways;
  const [placement] = form.placements;
  const placements =
    isOnlyWay && way?.in === "header" && placement
      ? [{ ...placement, name: way.name, one: { ...placement.one, before: "" } }]
      : form.placements;
  const endpoints = lists.slice(0, DEFINED_AT_MOST.endpoints).map(
    (list): EndpointRow => ({
      ...newEndpoint(),
      ...{ name: short(list.name, 60), path: base + list.path, records: list.records, key: list.hasId ? "id" : "" },
      summary: short(list.summary, 200),
    }),
  );
  return { ...form, name: short(name, 60), host: origin ? new URL(origin).hostname : "", placements, endpoints };
}
