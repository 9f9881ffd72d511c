import type { Connector } from "@/lib/connectors/connector";
import { connectorBaseUrlOverride } from "@/lib/platform/env";

/** Where a connector's requests go: its own host, or the operator's override. Nothing a user types is part of it. */
export function baseUrlOf(connector: Connector): string {
  return (connectorBaseUrlOverride(connector.id) ?? connector.baseUrl).replace(/\/+$/, "");
}
