import "server-only";
import { type Actor, personIdOf } from "@/lib/auth/actor";
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
  // What of it is for whoever keeps credentials alone is no part of a tile.
  const { version: _, valuesChangedAt: __, ...credential } = await requireCredential(actor, id);
  return { credential: toTile(actor, credential), isOwn: credential.ownerId === personIdOf(actor) };
}
