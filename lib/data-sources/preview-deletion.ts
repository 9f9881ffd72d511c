import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { credentialSelection } from "@/lib/credentials/credential-schema";
import type { DeletionPreviewDto } from "@/lib/credentials/list/bulk-dto";
import { parseInput } from "@/lib/platform/to-error-dto";
import { findUses } from "./bulk-repository";

/** What *Delete selected* would delete, and what it would leave out because data sources use it. Changes nothing. */
export async function previewDeletion(actor: Actor, input: unknown): Promise<DeletionPreviewDto> {
  authorize(actor, "credential:delete");
  const { credentialIds } = parseInput(credentialSelection, input);
  const credentials = await findUses(actor.workspaceId, credentialIds);
  return {
    deletable: credentials.filter(({ usedBy }) => usedBy === 0).map(({ id, name }) => ({ id, name })),
    inUse: credentials.filter(({ usedBy }) => usedBy > 0),
  };
}
