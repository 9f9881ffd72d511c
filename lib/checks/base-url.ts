import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { knownOrigins, originOf } from "@/lib/connectors/hosts";
import { connectorBaseUrlOverride } from "@/lib/platform/env";

const withoutSlash = (url: string) => url.replace(/\/+$/, "");

/** Thrown where stored or typed values name no host of their provider: nothing is sent then. */
const NO_HOST = "The values name no host of their provider.";

/** Where requests with these values go, or undefined where they name no host: the connector's own, or the operator's override. */
export function findBaseUrl(
  { id, hosts, authentication }: Pick<Connector, "id" | "hosts" | "authentication">,
  values: CredentialValues,
): string | undefined {
  const url = connectorBaseUrlOverride(id) ?? originOf(hosts.api, authentication.fields, values);
  return url === undefined ? undefined : withoutSlash(url);
}

/** The same of values that were checked. */
export function baseUrlOf(
  connector: Pick<Connector, "id" | "hosts" | "authentication">,
  values: CredentialValues,
): string {
  const url = findBaseUrl(connector, values);
  if (url === undefined) throw new Error(NO_HOST);
  return url;
}

/** The hosts of a connector that are known without values; none where each tenant has one of its own. */
export function knownHosts({ id, hosts }: Pick<Connector, "id" | "hosts">): string[] {
  const override = connectorBaseUrlOverride(id);
  return (override ? [override] : knownOrigins(hosts.api)).map((url) => new URL(url).host);
}
