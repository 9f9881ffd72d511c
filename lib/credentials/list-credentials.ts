import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { findConnector } from "@/lib/connectors/registry";
import type { CredentialTileDto } from "./credential-dto";
import { listCredentialRows } from "./credential-repository";
import { toTile } from "./to-tile";

/** The credentials of the actor's workspace, newest first; of one connector where it is named. */
export async function listCredentials(actor: Actor, connectorId?: string): Promise<CredentialTileDto[]> {
  authorize(actor, "credential:list");
  // Also a text that the database would not even take.
  if (connectorId !== undefined && !findConnector(connectorId)) return [];
  const credentials = await listCredentialRows(actor.workspaceId, connectorId);
  return credentials.map((credential) => toTile(actor, credential));
}
