import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialDto } from "./credential-dto";
import { listCredentialRows } from "./credential-repository";

/** The credentials of the actor's workspace, newest first; of one connector where it is named. */
export function listCredentials(actor: Actor, connectorId?: string): Promise<CredentialDto[]> {
  authorize(actor, "credential:list");
  return listCredentialRows(actor.workspaceId, connectorId);
}
