import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import { recordAudit } from "@/lib/platform/audit";
import type { LookOperation } from "./open-source";

/** Writes down that someone looks at records with a credential. Throws `Denied` where they may not any more. */
export async function recordPreview(
  actor: Principal,
  operation: LookOperation,
  credential: { id: string; name: string },
): Promise<void> {
  const { workspaceId, userId: actorId, peer } = actor;
  const subject = { subjectId: credential.id, subjectName: credential.name };
  await inTransactionOf(actor, operation, (tx) =>
    recordAudit(tx, { workspaceId, actorId, action: "credential.previewed", ...subject, peer }),
  );
}
