import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { RestorationResultDto } from "./bulk-dto";
import { credentialSelection } from "./credential-schema";
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
