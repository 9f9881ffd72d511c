import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import { deleteCredentialRow } from "@/lib/credentials/deletion/deletion-repository";
import { getCredential } from "@/lib/credentials/get-credential";
import { counted } from "@/lib/platform/counted-dto";
import { Refusal } from "@/lib/platform/errors";
import { listSourcesOf } from "./use-repository";

async function inUse({ workspaceId }: Actor, { id, usedBy }: CredentialDto): Promise<Refusal> {
  const count = counted(usedBy, "data source uses", "data sources use");
  const blockers = await listSourcesOf(workspaceId, id);
  return new Refusal("IN_USE", `This credential wasn't deleted, because ${count} it.`, { blockers });
}

/**
 * *Delete*: nothing finds or uses it any more, and it can be restored for a while. Refused while a data source uses it,
 * naming which.
 */
export async function deleteCredential(actor: Actor, id: unknown): Promise<void> {
  authorize(actor, "credential:delete");
  requireRecentSignIn(actor);
  const credential = await getCredential(actor, id);
  if (credential.usedBy > 0) throw await inUse(actor, credential);
  const { workspaceId, userId: actorId, peer } = actor;
  const change = { workspaceId, credentialId: credential.id, actorId, peer };
  if ((await deleteCredentialRow(change)) !== "in-use") return;
  // A data source made in this very moment: now it can be named.
  throw await inUse(actor, await getCredential(actor, credential.id));
}
