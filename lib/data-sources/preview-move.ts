import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { getCredential } from "@/lib/credentials/get-credential";
import type { MovePreviewDto } from "./data-source-dto";
import { findMovePreview } from "./move-repository";

/** What *Move sources* would change, and to which credentials it could. Changes nothing. */
export async function previewMove(actor: Actor, credentialId: unknown): Promise<MovePreviewDto> {
  authorize(actor, "credential:move");
  const { id, connectorId } = await getCredential(actor, credentialId);
  return findMovePreview(actor.workspaceId, { credentialId: id, connectorId });
}
