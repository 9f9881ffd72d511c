import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import { recordAudit } from "@/lib/platform/audit";

/** Writes down that someone asks what a credential may read. Throws `Denied` where they may not any more. */
export async function recordProbe(actor: Principal, credential: { id: string; name: string }): Promise<void> {
  const { workspaceId, userId: actorId, peer } = actor;
  const subject = { subjectId: credential.id, subjectName: credential.name };
  await inTransactionOf(actor, "credential:verify", (tx) =>
    recordAudit(tx, { workspaceId, actorId, action: "credential.probed", ...subject, peer }),
  );
}
