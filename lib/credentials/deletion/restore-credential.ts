import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialDetailsDto } from "@/lib/credentials/credential-dto";
import { getCredential } from "@/lib/credentials/get-credential";
import { notFound, Refusal } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { restoreCredentialRow } from "./deletion-repository";

/** *Restore*: undoes a deletion, under the name that it had. Refused where another credential has that name now. */
export async function restoreCredential(actor: Actor, id: unknown): Promise<CredentialDetailsDto> {
  authorize(actor, "credential:restore");
  const parsed = recordId.safeParse(id);
  if (!parsed.success) throw notFound("credential");
  const { workspaceId, userId: actorId, peer } = actor;
  const result = await restoreCredentialRow({ workspaceId, credentialId: parsed.data, actorId, peer });
  if (result === "name-taken") {
    throw new Refusal(
      "NAME_TAKEN",
      "Another credential now has this name, or one that looks like it, so we couldn't restore this one. Rename that one first, then restore again.",
    );
  }
  // One that was restored already is there, which is what was wanted.
  return getCredential(actor, parsed.data);
}
