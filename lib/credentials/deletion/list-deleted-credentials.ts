import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { DeletedPageDto } from "@/lib/credentials/credential-dto";
import { momentPageInput } from "@/lib/platform/moment-page";
import { parseInput } from "@/lib/platform/to-error-dto";
import { listDeletedRows } from "./deletion-repository";

/** A page of *Recently deleted*: the credentials that can still be restored, the last one first. */
export async function listDeletedCredentials(
  actor: Actor,
  page: Record<string, unknown> = {},
): Promise<DeletedPageDto> {
  authorize(actor, "credential:restore");
  return listDeletedRows(actor.workspaceId, parseInput(momentPageInput, page));
}
