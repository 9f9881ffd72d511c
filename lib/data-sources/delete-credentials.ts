import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { noteRefused } from "@/lib/auth/attempt";
import { authorize } from "@/lib/auth/permissions";
import { credentialSelection } from "@/lib/credentials/credential-schema";
import { deleteCredentialRow } from "@/lib/credentials/deletion/deletion-repository";
import type { DeletionResultDto } from "@/lib/credentials/list/bulk-dto";
import { describeError, log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { findUses } from "./bulk-repository";

/**
 * *Delete selected*: each credential in a transaction of its own, as one alone is deleted. What a data source uses is
 * left out, and what is gone already is passed over, so that the same request can be sent again.
 */
export async function deleteCredentials(actor: Actor, input: unknown): Promise<DeletionResultDto> {
  authorize(actor, "credential:delete");
  requireRecentSignIn(actor);
  const { credentialIds } = parseInput(credentialSelection, input);
  const { workspaceId, userId: actorId, peer } = actor;
  const credentials = await findUses(workspaceId, credentialIds);
  const deleted: DeletionResultDto["deleted"] = [];
  try {
    for (const { id, name, usedBy } of credentials) {
      if (usedBy > 0) continue;
      const result = await deleteCredentialRow({ workspaceId, credentialId: id, actorId, peer });
      if (result === "deleted") deleted.push({ id, name });
    }
    // Looked up once more: a source that was made meanwhile is named too.
    const inUse = (await findUses(workspaceId, credentialIds)).filter(({ usedBy }) => usedBy > 0);
    for (const credential of inUse) noteRefused(actor, "in-use", credential);
    return { deleted, inUse, interrupted: false };
  } catch (error) {
    // What was deleted must be told: it is, whatever came after it.
    if (deleted.length === 0) throw error;
    log.error({ deleted: deleted.length, error: describeError(error) }, "deleting several credentials was interrupted");
    return { deleted, inUse: [], interrupted: true };
  }
}
