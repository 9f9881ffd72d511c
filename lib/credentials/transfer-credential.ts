import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import { type Actor, personIdOf } from "@/lib/auth/actor";
import { authorize, permissions } from "@/lib/auth/permissions";
import { getCredentialTile } from "@/lib/credentials/list/get-credential-tile";
import { changedMeanwhile, Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { CredentialTileDto } from "./credential-dto";
import { transferCredentialRow } from "./credential-repository";
import { transferInput } from "./credential-schema";
import { requireCredential } from "./get-credential";

/** *Transfer*: names another owner. For the owner themselves, and for admins. */
export async function transferCredential(actor: Actor, input: unknown): Promise<CredentialTileDto> {
  authorize(actor, "credential:own");
  requireRecentSignIn(actor);
  const { credentialId, ownerId: to } = parseInput(transferInput, input);
  const { ownerId: from, name } = await requireCredential(actor, credentialId);
  if (from !== personIdOf(actor)) authorize(actor, "credential:transfer");
  const { workspaceId, userId: actorId, peer } = actor;
  if (from !== to) {
    const change = { workspaceId, credentialId, actorId, peer };
    const result = await transferCredentialRow(change, { name, from, to, roles: permissions["credential:own"] });
    if (result === "no-such-owner") {
      throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
        fields: { ownerId: "Choose someone in this workspace who is more than a viewer." },
      });
    }
    if (result === "changed-meanwhile") {
      // Gone, or someone else's by now.
      await requireCredential(actor, credentialId);
      throw changedMeanwhile("credential");
    }
  }
  return (await getCredentialTile(actor, credentialId)).credential;
}
