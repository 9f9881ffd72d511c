import "server-only";
import { prisma, type Transaction } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import type { MemberRole } from "./role-dto";

// What the folders above change of people and their places, inside their own transactions.

type NewPerson = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  /** What they sign in with. */
  account: { providerId: string; accountId: string; password?: string };
};

export async function insertPersonIn(tx: Transaction, { account, ...person }: NewPerson): Promise<void> {
  const accounts = { create: { id: randomId(), ...account } };
  await tx.user.create({ data: { ...person, accounts }, select: { id: true } });
}

/** A workspace with its first owner. */
export async function insertWorkspaceIn(
  tx: Transaction,
  { ownerId, ...workspace }: { id: string; name: string; ownerId: string },
): Promise<void> {
  const members = { create: { id: randomId(), userId: ownerId, role: "owner" } };
  await tx.workspace.create({ data: { ...workspace, members }, select: { id: true } });
}

/** False where it has another name by now than the one that was seen. */
export async function renameWorkspaceIn(
  tx: Transaction,
  id: string,
  { name, seen }: { name: string; seen: string },
): Promise<boolean> {
  return (await tx.workspace.updateMany({ where: { id, name: seen }, data: { name } })).count > 0;
}

type Place = { workspaceId: string; userId: string };

export async function insertMemberIn(tx: Transaction, place: Place, role: MemberRole): Promise<void> {
  await tx.member.create({ data: { id: randomId(), ...place, role }, select: { id: true } });
}

export async function setRoleIn(tx: Transaction, { workspaceId, userId }: Place, role: MemberRole): Promise<void> {
  await tx.member.updateMany({ where: { workspaceId, userId }, data: { role } });
}

/** Takes someone's place in a workspace, and ends their sessions. */
export async function deleteMemberIn(tx: Transaction, { workspaceId, userId }: Place): Promise<void> {
  await tx.member.deleteMany({ where: { workspaceId, userId } });
  await deleteSessionsIn(tx, userId);
}

/**
 * Takes one's own place in a workspace. Sessions that are in it go on in the workspace that they have been in for longest
 * of those that are left, whose id is returned; without one they end.
 */
export async function leaveIn(tx: Transaction, { workspaceId, userId }: Place): Promise<string | undefined> {
  await tx.member.deleteMany({ where: { workspaceId, userId } });
  const next = await tx.member.findFirst({
    where: { userId },
    select: { workspaceId: true },
    orderBy: { createdAt: "asc" },
  });
  if (!next) {
    await deleteSessionsIn(tx, userId);
    return undefined;
  }
  await tx.session.updateMany({
    where: { userId, activeWorkspaceId: workspaceId },
    data: { activeWorkspaceId: next.workspaceId },
  });
  return next.workspaceId;
}

/** Ends every session of someone. Returns how many there were. */
export async function deleteSessionsIn(tx: Transaction, userId: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { userId } })).count;
}

/** Makes someone the installation's owner. False where its owner is not the one that was seen. */
export async function passInstallationIn(
  tx: Transaction,
  seen: string | { not: string },
  ownerId: string,
): Promise<boolean> {
  return (await tx.installation.updateMany({ where: { ownerId: seen }, data: { ownerId } })).count > 0;
}

/** A member is there, at this moment. */
export async function noteSeen(workspaceId: string, userId: string): Promise<void> {
  await (await prisma()).member.updateMany({ where: { workspaceId, userId }, data: { lastSeenAt: new Date() } });
}

/** A member has seen the notices until then. A later moment that was written down already stays. */
export async function setNoticesReadAt({ workspaceId, userId }: Place, until: Date): Promise<void> {
  await (await prisma()).member.updateMany({
    where: { workspaceId, userId, noticesReadAt: { lt: until } },
    data: { noticesReadAt: until },
  });
}

/** A member has put the overview's checklist away. */
export async function closeChecklistOf({ workspaceId, userId }: Place): Promise<void> {
  await (await prisma()).member.updateMany({
    where: { workspaceId, userId, checklistClosedAt: null },
    data: { checklistClosedAt: new Date() },
  });
}
