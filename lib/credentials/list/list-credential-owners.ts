import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize, permissions } from "@/lib/auth/permissions";
import { listOwners } from "./credential-list-repository";

/** Whose credentials a list can be narrowed down to. */
export function listCredentialOwners(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "credential:list");
  return listOwners(actor.workspaceId);
}

/** Who could own a credential from now on. */
export function listNewOwners(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "credential:own");
  return listOwners(actor.workspaceId, permissions["credential:own"]);
}
