import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { findConnector } from "@/lib/connectors/registry";
import type { CredentialDto } from "./credential-dto";
import { listCredentialRows } from "./credential-repository";

/** The credentials of the actor's workspace, newest first; of one connector where it is named. */
export async function listCredentials(actor: Actor, connectorId?: string): Promise<CredentialDto[]> {
  authorize(actor, "credential:list");
  // Also a text that the database would not even take.
  if (connectorId !== undefined && !findConnector(connectorId)) return [];
  return listCredentialRows(actor.workspaceId, connectorId);
}
