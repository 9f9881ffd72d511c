import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { connectorIn, listKnownConnectors } from "@/lib/own-connectors/find-connector";
import { mayBeConnector } from "@/lib/own-connectors/known-id";
import { notFound } from "@/lib/platform/errors";
import type { ConnectorDto } from "./connector-dto";
import { toConnectorDto } from "./to-connector-dto";

/** Every type of data source, in the order of the picker: those that the workspace defined come first. */
export async function listConnectors({ workspaceId }: Pick<Actor, "workspaceId">): Promise<ConnectorDto[]> {
  return (await listKnownConnectors(workspaceId)).map(toConnectorDto);
}

/** One of them. */
export async function getConnector({ workspaceId }: Pick<Actor, "workspaceId">, id: string): Promise<ConnectorDto> {
  const connector = mayBeConnector(id) ? await connectorIn(workspaceId, id) : undefined;
  if (!connector) throw notFound("connector");
  return toConnectorDto(connector);
}
