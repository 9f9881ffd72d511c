import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { Refusal } from "@/lib/platform/errors";
import type { CredentialDetailsDto } from "./credential-dto";
import { deleteCredentialRow } from "./deletion-repository";
import { getCredential } from "./get-credential";

function inUse({ dataSources, usedBy }: CredentialDetailsDto): Refusal {
  const count = usedBy === 1 ? "one data source uses" : `${usedBy} data sources use`;
  return new Refusal("IN_USE", `This credential was not deleted, because ${count} it.`, { blockers: dataSources });
}

/**
 * *Delete*: nothing finds or uses it any more, and it can be restored for a while. Refused while a data source uses it,
 * naming which.
 */
export async function deleteCredential(actor: Actor, id: unknown): Promise<void> {
  authorize(actor, "credential:delete");
  requireRecentSignIn(actor);
  const credential = await getCredential(actor, id);
  if (credential.usedBy > 0) throw inUse(credential);
  const { workspaceId, userId: actorId, peer } = actor;
  const change = { workspaceId, credentialId: credential.id, actorId, peer };
  // A data source made in this very moment: now it can be named.
  if ((await deleteCredentialRow(change)) === "in-use") throw inUse(await getCredential(actor, credential.id));
}
