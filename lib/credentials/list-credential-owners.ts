import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { listOwners } from "./credential-list-repository";

/** Whose credentials a list can be narrowed down to. */
export function listCredentialOwners(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "credential:list");
  return listOwners(actor.workspaceId);
}
