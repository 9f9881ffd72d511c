import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { listSourcesOf } from "./use-repository";

/** What uses a credential of the actor's workspace: the first hundred data sources, by name. */
export async function listCredentialSources(
  actor: Actor,
  credentialId: string,
): Promise<{ id: string; name: string }[]> {
  authorize(actor, "credential:read");
  return listSourcesOf(actor.workspaceId, credentialId);
}
