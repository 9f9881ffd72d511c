import "server-only";
import { prisma } from "@/lib/platform/database";

/** The living sessions of a person, the one used last first. */
export async function listSessionRows(userId: string) {
  return (await prisma()).session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    select: { id: true, createdAt: true, updatedAt: true, ipAddress: true, userAgent: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: 100,
  });
}

/** Ends one session of a person, at once and at the server. False where it is not theirs, or ended already. */
export async function deleteSessionOf(userId: string, id: string): Promise<boolean> {
  return (await (await prisma()).session.deleteMany({ where: { id, userId } })).count > 0;
}

export async function deleteOtherSessions(userId: string, keepId: string): Promise<number> {
  return (await (await prisma()).session.deleteMany({ where: { userId, id: { not: keepId } } })).count;
}

export async function confirmSession(id: string): Promise<void> {
  await (await prisma()).session.updateMany({ where: { id }, data: { confirmedAt: new Date() } });
}

export async function renameUserRow(userId: string, name: string): Promise<void> {
  await (await prisma()).user.update({ where: { id: userId }, data: { name } });
}

export async function secondFactorIsOn(userId: string): Promise<boolean> {
  const user = await (await prisma()).user.findUnique({ where: { id: userId }, select: { twoFactorEnabled: true } });
  return user?.twoFactorEnabled === true;
}
