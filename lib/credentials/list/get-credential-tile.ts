import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";
import { requireCredential } from "@/lib/credentials/get-credential";
import { toTile } from "./to-tile";

/** One credential as everyone in the workspace may know it, and whether it is the actor's own. */
export async function getCredentialTile(
  actor: Actor,
  id: unknown,
): Promise<{ credential: CredentialTileDto; isOwn: boolean }> {
  authorize(actor, "credential:list");
  const credential = await requireCredential(actor, id);
  return { credential: toTile(actor, credential), isOwn: credential.ownerId === actor.userId };
}
