import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { getCredential } from "@/lib/credentials/get-credential";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { MovePreviewDto } from "./data-source-dto";
import { moveTargetsInput } from "./data-source-schema";
import { findMovePreview } from "./move-repository";

/** What *Move sources* would change, and to which credentials it could; `q` searches them. Changes nothing. */
export async function previewMove(actor: Actor, credentialId: unknown, search: unknown = {}): Promise<MovePreviewDto> {
  authorize(actor, "credential:move");
  const { q } = parseInput(moveTargetsInput, search);
  const { id, connectorId } = await getCredential(actor, credentialId);
  return findMovePreview(actor.workspaceId, { credentialId: id, connectorId, q });
}
