import type { Connector } from "@/lib/connectors/connector";
import { joinParts, type Part, type Placement } from "@/lib/connectors/placements";
import type { ReadRequest } from "@/lib/connectors/read-request";

/** In single quotes, as a shell takes it byte for byte. */
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
/** `apiKey` as people name it in a shell: `$API_KEY`. */
const variable = (field: string) => `$${field.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()}`;

const spell = (parts: readonly Part[]) => joinParts(parts, variable);

function credentialOption(placement: Placement): string {
  if (placement.in === "basic") return `-u "${spell(placement.username)}:${spell(placement.password)}"`;
  if (placement.in === "header") return `-H "${placement.name}: ${spell(placement.parts)}"`;
  return `--url-query "${placement.name}=${spell(placement.parts)}"`;
}

/** A token that values were traded for has a name of its own. */
const signing = ({ exchange, placements }: Connector["authentication"]) =>
  exchange ? ['-H "Authorization: Bearer $ACCESS_TOKEN"'] : placements.map(credentialOption);

/** A request to a provider as a command, with placeholders where values of the credential go. */
export function describeRequest(
  { authentication }: Pick<Connector, "authentication">,
  baseUrl: string,
  { method, target, body }: ReadRequest,
): string {
  const json = body ? ["-H 'Content-Type: application/json'", `--data ${quote(JSON.stringify(body))}`] : [];
  const options = [...signing(authentication), "-H 'Accept: application/json'", ...json];
  const verb = method === "GET" ? "" : `-X ${method} `;
  return [`curl ${verb}${quote(`${baseUrl}${target}`)}`, ...options].join(" \\\n  ");
}
