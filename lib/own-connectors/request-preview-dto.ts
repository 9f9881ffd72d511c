import { joinParts, type Part, type Placement } from "@/lib/connectors/placements";
import type { DefinedEndpoint, Definition } from "./definition-dto";

/** A request as it would be sent, each value spelled by its label: "‹API Key›". */
export type RequestPreview = { line: string; headers: [name: string, value: string][]; body?: string };

type Said = Pick<Definition, "host" | "fields" | "placements">;

const labelOf =
  ({ fields }: Said) =>
  (id: string) =>
    `‹${fields.find((field) => field.id === id)?.label || "a value"}›`;

function signed(definition: Said, method: string, path: string): RequestPreview {
  const { host, placements } = definition;
  const text = (parts: readonly Part[]) => joinParts(parts, labelOf(definition));
  const query = placements.flatMap((one) => (one.in === "query" ? [`${one.name}=${text(one.parts)}`] : []));
  const headers = placements.flatMap((one): [string, string][] => {
    if (one.in === "header") return [[one.name, text(one.parts)]];
    return one.in === "basic" ? [["Authorization", `Basic ${text(one.username)}:${text(one.password)}`]] : [];
  });
  const target = query.length > 0 ? `${path}${path.includes("?") ? "&" : "?"}${query.join("&")}` : path;
  return { line: `${method} ${target}`, headers: [["Host", host], ...headers] };
}

/** What proves the values. */
export function proofPreview(definition: Said & Pick<Definition, "proof">): RequestPreview {
  const { method, path, body } = definition.proof;
  return { ...signed(definition, method, path), ...(body ? { body } : {}) };
}

/** What reads an endpoint. */
export const endpointPreview = (definition: Said, { path }: Pick<DefinedEndpoint, "path">): RequestPreview =>
  signed(definition, "GET", path);

/** How one of them travels, as a sentence. */
export function placementWords(definition: Said, placement: Placement): string {
  const text = (parts: readonly Part[]) => joinParts(parts, labelOf(definition));
  if (placement.in === "basic")
    return `${text(placement.username) || "Nothing"} is the user name and ${text(placement.password) || "nothing"} the password of a Basic login.`;
  const place = placement.in === "header" ? "in the header" : "in the address, as";
  return `${text(placement.parts) || "Nothing"} is sent ${place} ${placement.name || "…"}.`;
}
