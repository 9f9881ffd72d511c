import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { DeletedCredentialDto } from "@/lib/credentials/credential-dto";
import { recordId } from "@/lib/platform/reference-schema";
import { findDeletedRow } from "./deletion-repository";

/** A deleted credential that can still be restored; undefined where there is none of that id. */
export async function findDeletedCredential(actor: Actor, id: unknown): Promise<DeletedCredentialDto | undefined> {
  authorize(actor, "credential:restore");
  const parsed = recordId.safeParse(id);
  return parsed.success ? findDeletedRow(actor.workspaceId, parsed.data) : undefined;
}
