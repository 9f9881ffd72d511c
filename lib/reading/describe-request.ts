import type { AuthenticationScheme, Connector } from "@/lib/connectors/connector";
import type { ReadRequest } from "@/lib/connectors/read-request";

/** In single quotes, as a shell takes it byte for byte. */
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
/** `apiKey` as people name it in a shell: `$API_KEY`. */
const variable = (field: string) => `$${field.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()}`;

function credentialOptions(scheme: AuthenticationScheme): string[] {
  switch (scheme.kind) {
    case "headers":
      return scheme.headers.map(({ name, field }) => `-H "${name}: ${variable(field)}"`);
    case "basic":
      return [`-u "${variable(scheme.username)}:${variable(scheme.password)}"`];
    case "bearer":
      return [`-H "Authorization: Bearer ${variable(scheme.token)}"`];
  }
}

/** A request to a provider as a command, with placeholders where values of the credential go. */
export function describeRequest(
  { authentication }: Pick<Connector, "authentication">,
  baseUrl: string,
  { method, target, body }: ReadRequest,
): string {
  const json = body ? ["-H 'Content-Type: application/json'", `--data ${quote(JSON.stringify(body))}`] : [];
  const options = [...credentialOptions(authentication.scheme), "-H 'Accept: application/json'", ...json];
  const verb = method === "GET" ? "" : `-X ${method} `;
  return [`curl ${verb}${quote(`${baseUrl}${target}`)}`, ...options].join(" \\\n  ");
}
