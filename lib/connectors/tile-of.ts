import type { Connector } from "./connector";
import type { ConnectorTile } from "./connector-tile";
import { provenOf } from "./proven";

export function tileOf({ id, name, summary, category, endpoints }: Connector): ConnectorTile {
  return { id, name, summary, category, proven: provenOf(id), reads: endpoints.length > 0 };
}
