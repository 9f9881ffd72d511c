import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { knownOrigins, originOf } from "@/lib/connectors/hosts";
import { connectorBaseUrlOverride, customHost } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { hostNotAllowed } from "./unanswered-words";

const withoutSlash = (url: string) => url.replace(/\/+$/, "");

/** Thrown where stored or typed values name no host of their provider: nothing is sent then. */
const NO_HOST = "The values name no host of their provider.";

type Named = Pick<Connector, "id" | "own">;
type Aimed = Named & Pick<Connector, "hosts" | "authentication">;

/** Whether the operator lets values go to the connector's host now. Built-in ones are the app's own choice. */
export const isHostAllowed = ({ own }: Named): boolean => own === undefined || customHost(own.host) !== undefined;

/** The address that the operator has for a connector instead of its own. */
export const overrideOf = ({ id, own }: Named): string | undefined =>
  own ? customHost(own.host)?.address : connectorBaseUrlOverride(id);

/** Whether it may lie in a private network: the operator named it then. */
export const mayBePrivate = ({ id, own }: Named): boolean =>
  own ? (customHost(own.host)?.allowPrivate ?? false) : connectorBaseUrlOverride(id) !== undefined;

/**
 * Under what its requests are counted. A host's answers concern all who ask it; those to a workspace's own connector
 * concern nobody else, whatever host that names.
 */
export const countedAs = ({ id, own }: Named, url: string): string => (own ? id : new URL(url).host);

/**
 * Where requests with these values go: the connector's own host, or the operator's override. Undefined where they name
 * none, or the operator does not let them go there any more.
 */
export function findBaseUrl(connector: Aimed, values: CredentialValues): string | undefined {
  if (!isHostAllowed(connector)) return undefined;
  const { hosts, authentication } = connector;
  const url = overrideOf(connector) ?? originOf(hosts.api, authentication.fields, values);
  return url === undefined ? undefined : withoutSlash(url);
}

/** The same of values that were checked. Throws a refusal where the operator does not let them go there. */
export function baseUrlOf(connector: Aimed, values: CredentialValues): string {
  if (!isHostAllowed(connector)) throw new Refusal("PROVIDER_UNAVAILABLE", hostNotAllowed(connector.own));
  const url = findBaseUrl(connector, values);
  if (url === undefined) throw new Error(NO_HOST);
  return url;
}

/** The hosts of a connector that are known without values; none where each tenant has one of its own. */
export function knownHosts(connector: Named & Pick<Connector, "hosts">): string[] {
  const override = overrideOf(connector);
  const urls = override ? [override] : knownOrigins(connector.hosts.api);
  return urls.map((url) => countedAs(connector, url));
}
