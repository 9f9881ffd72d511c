import "server-only";
import { type AuditedPerson, recordForPerson } from "@/lib/auth/person-audit-repository";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import type { Proof } from "./proof-refused";
import type { SecondStep } from "./second-step";

/** The living sessions of a person, the one used last first. */
export async function listSessionRows(userId: string) {
  return (await prisma()).session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    select: { id: true, createdAt: true, updatedAt: true, ipAddress: true, userAgent: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 100,
  });
}

/** Ends sessions of a person, at once and at the server, and writes it down. False where there are none such. */
async function deleteSessions(person: AuditedPerson, id: string | { not: string }): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId: person.userId } });
    if (count > 0) await recordForPerson(tx, person, "person.sessions-ended");
    return count > 0;
  });
}

/** One of them. */
export function deleteSessionOf(person: AuditedPerson, id: string): Promise<boolean> {
  return deleteSessions(person, id);
}

/** All but the one that they use. */
export async function deleteOtherSessions(person: AuditedPerson, keepId: string): Promise<void> {
  await deleteSessions(person, { not: keepId });
}

/** Someone who is signed in showed a wrong password, code or passkey. */
export async function recordRefusedProof(person: AuditedPerson, proof: Proof): Promise<void> {
  await inTransaction((tx) => recordForPerson(tx, person, "person.proof-refused", `wrong-${proof}`));
}

/** @param secondStep what was shown, where that is more than a password */
export async function confirmSession(id: string, secondStep?: SecondStep): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.session.updateMany({ where: { id }, data: { confirmedAt: new Date() } });
    // What it showed first stays: another one may be taken off the account.
    if (secondStep) await tx.session.updateMany({ where: { id, secondStep: null }, data: { secondStep } });
  });
}

/** Once the account has it no more, it counts for none of its sessions: a workspace may ask for another one. */
export async function forgetSecondStepIn(tx: Transaction, userId: string, secondStep: SecondStep): Promise<void> {
  await tx.session.updateMany({ where: { userId, secondStep }, data: { secondStep: null } });
}

/** Ends a session and writes it down, in the trail of the workspace that it was in. */
export async function endSession(
  { id, workspaceId }: { id: string; workspaceId: string | undefined },
  { userId, name, peer }: AuditedPerson,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id } });
    const subject = { subjectId: userId, subjectName: name };
    if (count > 0 && workspaceId !== undefined)
      await recordAudit(tx, { workspaceId, actorId: userId, action: "session.ended", ...subject, peer });
  });
}

/** Everyone's trail shows people by their names of now: that one changed, and from which, is an event of its own. */
export async function renameUserRow(person: AuditedPerson, name: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.user.update({ where: { id: person.userId }, data: { name }, select: { id: true } });
    await recordForPerson(tx, person, "person.renamed");
  });
}

export async function secondFactorIsOn(userId: string): Promise<boolean> {
  const user = await (await prisma()).user.findUnique({ where: { id: userId }, select: { twoFactorEnabled: true } });
  return user?.twoFactorEnabled === true;
}
