import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { credentialSelection } from "@/lib/credentials/credential-schema";
import type { RestorationResultDto } from "@/lib/credentials/list/bulk-dto";
import { parseInput } from "@/lib/platform/to-error-dto";
import { restoreCredentialRow } from "./deletion-repository";

/** Undoes *Delete selected*, each in a transaction of its own. Can be sent again: what is there already stays. */
export async function restoreCredentials(actor: Actor, input: unknown): Promise<RestorationResultDto> {
  authorize(actor, "credential:restore");
  const { credentialIds } = parseInput(credentialSelection, input);
  const { workspaceId, userId: actorId, peer } = actor;
  const result: RestorationResultDto = { restored: 0, nameTaken: 0 };
  for (const credentialId of credentialIds) {
    const came = await restoreCredentialRow({ workspaceId, credentialId, actorId, peer });
    if (came === "restored") result.restored += 1;
    if (came === "name-taken") result.nameTaken += 1;
  }
  return result;
}
