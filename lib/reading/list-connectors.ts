import "server-only";
import { offeredConnectors } from "@/lib/checks/offered-connectors";
import { findConnector } from "@/lib/connectors/registry";
import { notFound } from "@/lib/platform/errors";
import type { ConnectorDto } from "./connector-dto";
import { toConnectorDto } from "./to-connector-dto";

/** Every type of data source, in the order of the picker. The same for everyone: nothing of a workspace is in it. */
export function listConnectors(): ConnectorDto[] {
  return offeredConnectors().map(toConnectorDto);
}

/** One of them. */
export function getConnector(id: string): ConnectorDto {
  const connector = findConnector(id);
  if (!connector) throw notFound("connector");
  return toConnectorDto(connector);
}
