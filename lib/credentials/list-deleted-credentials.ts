import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { DeletedCredentialDto } from "./credential-dto";
import { listDeletedRows } from "./deletion-repository";

/** *Recently deleted*: the credentials that can still be restored, the last one first. */
export function listDeletedCredentials(actor: Actor): Promise<DeletedCredentialDto[]> {
  authorize(actor, "credential:restore");
  return listDeletedRows(actor.workspaceId);
}
