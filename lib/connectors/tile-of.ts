import type { ConnectorTile } from "./connector-tile";
import { type AnyConnector, endpointsOf } from "./database-connector";
import { provenOf } from "./proven";

export function tileOf(connector: AnyConnector): ConnectorTile {
  const { id, name, summary, category } = connector;
  return { id, name, summary, category, proven: provenOf(id), reads: endpointsOf(connector).length > 0 };
}
