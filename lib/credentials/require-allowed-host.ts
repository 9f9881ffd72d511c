import "server-only";
import { reachOfValues } from "@/lib/checks/database-target";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { Refusal } from "@/lib/platform/errors";

/** Nothing is verified or stored for a host that this server may not connect to. Throws a refusal that names the field. */
export function requireAllowedHost(connector: AnyConnector, values: CredentialValues): void {
  if (connector.kind !== "database" || reachOfValues(connector, values) !== "none") return;
  const { host } = connector.authentication.login;
  throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
    fields: { [`values.${host}`]: "This server may not connect to this host and port. Ask its operator to allow it." },
  });
}
