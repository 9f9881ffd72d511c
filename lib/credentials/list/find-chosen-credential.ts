import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";
import { findCredentialRow } from "@/lib/credentials/credential-repository";
import { recordId } from "@/lib/platform/reference-schema";
import { toTile } from "./to-tile";

/** The credential that is chosen, wherever in the list it stands. Undefined where there is none of that connector. */
export async function findChosenCredential(
  actor: Actor,
  connectorId: string,
  id: unknown,
): Promise<CredentialTileDto | undefined> {
  authorize(actor, "credential:list");
  const parsed = recordId.safeParse(id);
  if (!parsed.success) return undefined;
  const credential = await findCredentialRow(actor.workspaceId, parsed.data);
  return credential?.connectorId === connectorId ? toTile(actor, credential) : undefined;
}
