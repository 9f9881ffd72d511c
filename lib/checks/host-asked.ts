import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { countedAs, findBaseUrl } from "./base-url";
import { addressOf } from "./database-target";

/** By which host requests with these values are counted; undefined where they name none. */
export function hostAsked(connector: AnyConnector, values: CredentialValues): string | undefined {
  if (connector.kind === "database") {
    const { host, port } = addressOf(connector, values);
    return `${host}:${port}`;
  }
  const url = findBaseUrl(connector, values);
  return url && countedAs(connector, url);
}
