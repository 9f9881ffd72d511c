import "server-only";
import { type AuditAction, recordAudits } from "@/lib/platform/audit";
import type { Transaction } from "@/lib/platform/database";

export type AuditedPerson = { userId: string; name: string; peer: string | undefined };

/** Writes down what happened to an account: one row in the trail of each workspace that its person belongs to. */
export async function recordForPerson(
  tx: Transaction,
  { userId, name, peer }: AuditedPerson,
  action: AuditAction,
  result = "ok",
): Promise<void> {
  const members = await tx.member.findMany({ where: { userId }, select: { workspaceId: true } });
  const entry = { actorId: userId, action, subjectId: userId, subjectName: name, result, peer };
  await recordAudits(
    tx,
    members.map(({ workspaceId }) => ({ workspaceId, ...entry })),
  );
}
