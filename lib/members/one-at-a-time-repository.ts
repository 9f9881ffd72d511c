import "server-only";
import type { Member as Actor } from "@/lib/auth/actor";
import { isMemberRole, type MemberRole } from "@/lib/auth/role-dto";
import { inTransaction, type Transaction } from "@/lib/platform/database";

export const toRole = (role: string): MemberRole => (isMemberRole(role) ? role : "viewer");

export type Target = { userId: string; name: string; email: string; role: MemberRole };

export async function findMemberIn(tx: Pick<Transaction, "member">, workspaceId: string, userId: string) {
  const row = await tx.member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { userId: true, role: true, user: { select: { name: true, email: true } } },
  });
  return row ? { userId, ...row.user, role: toRole(row.role) } : undefined;
}

/** Until the transaction ends nobody else changes who is in the workspace. */
export async function lockWorkspaceIn(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId} FOR UPDATE`;
}

/**
 * Changes of who is in a workspace happen one after the other, each on what the one before it left: of two owners who
 * demote each other at the same moment, one stays. Undefined where the actor's own role changed meanwhile.
 */
export async function oneAtATime<T>(
  { workspaceId, userId, role }: Actor,
  work: (tx: Transaction) => Promise<T>,
): Promise<T | undefined> {
  return inTransaction(async (tx) => {
    await lockWorkspaceIn(tx, workspaceId);
    return (await findMemberIn(tx, workspaceId, userId))?.role === role ? work(tx) : undefined;
  });
}
