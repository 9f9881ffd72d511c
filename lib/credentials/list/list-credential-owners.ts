import "server-only";
import type { Actor, Member } from "@/lib/auth/actor";
import { authorize, permissions } from "@/lib/auth/permissions";
import type { SavedFilterDto } from "@/lib/filters/saved-filter-dto";
import { listOwners, listOwnersAndFilters } from "./credential-list-repository";

/** Whose credentials a list can be narrowed down to. */
export function listCredentialOwners(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "credential:list");
  return listOwners(actor.workspaceId);
}

/** What the page of the list offers to narrow it by: owners, connectors in use, and the filters that the actor saved. */
export function listCredentialFilters(
  actor: Member,
): Promise<{ owners: { id: string; name: string }[]; saved: SavedFilterDto[]; connectorIds: string[] }> {
  authorize(actor, "credential:list");
  return listOwnersAndFilters(actor);
}

/** Who could own a credential from now on. */
export function listNewOwners(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "credential:own");
  return listOwners(actor.workspaceId, permissions["credential:own"]);
}
