import "server-only";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { prepared } from "@/lib/platform/prepared";
import { randomId } from "@/lib/platform/random-id";
import { Prisma } from "@/prisma/generated/client";
import type { Actor, Attempt } from "./actor";
import type { Asker } from "./asker-repository";
import { insertPersonIn, insertWorkspaceIn } from "./membership-repository";
import { type Operation, refusedAction } from "./permissions";

export async function installationExists(): Promise<boolean> {
  return (await (await prisma()).installation.findUnique({ where: { id: 1 } })) !== null;
}

type NewOwner = { name: string; email: string; passwordHash: string; peer: string | undefined };

/** Makes the owner, their workspace and the installation in one transaction. Undefined where one exists already. */
export async function insertOwner({ name, email, passwordHash, peer }: NewOwner): Promise<string | undefined> {
  const userId = randomId();
  const workspaceId = randomId();
  try {
    await inTransaction(async (tx) => {
      // First: its primary key lets exactly one of two set-ups at the same moment go on.
      await tx.installation.create({ data: { id: 1, ownerId: userId } });
      await insertPersonIn(tx, {
        id: userId,
        name,
        email,
        // Whoever reads the server's console has proven enough: it is their own installation.
        emailVerified: true,
        account: { accountId: userId, providerId: "credential", password: passwordHash },
      });
      await insertWorkspaceIn(tx, { id: workspaceId, name: `${name}'s workspace`, ownerId: userId });
      await recordAudit(tx, {
        workspaceId,
        actorId: userId,
        action: "workspace.created",
        subjectId: workspaceId,
        subjectName: name,
        peer,
      });
    });
    return userId;
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}

/** Whether they are in it at this moment. */
export async function isMemberOf(userId: string, workspaceId: string): Promise<boolean> {
  return (await (await prisma()).member.count({ where: { workspaceId, userId } })) > 0;
}

/** Writes down that a session is used, and that its person was seen where it is in. */
export async function touchSession({ sessionId, userId, activeWorkspaceId }: Asker): Promise<void> {
  const now = new Date();
  await (await prisma()).$executeRaw`
    WITH "used" AS (UPDATE "Session" SET "updatedAt" = ${now} WHERE "id" = ${sessionId} RETURNING "id")
    UPDATE "Member" SET "lastSeenAt" = ${now}
    WHERE "workspaceId" = ${activeWorkspaceId} AND "userId" = ${userId} AND EXISTS (SELECT 1 FROM "used")`;
}

/** Makes a session's next requests go to another workspace. */
export async function setActiveWorkspace(id: string, workspaceId: string): Promise<void> {
  const now = new Date();
  await (await prisma()).$executeRaw`
    WITH "moved" AS (
      UPDATE "Session" SET "activeWorkspaceId" = ${workspaceId}, "updatedAt" = ${now} WHERE "id" = ${id}
      RETURNING "userId"
    )
    UPDATE "Member" SET "lastSeenAt" = ${now}
    WHERE "workspaceId" = ${workspaceId} AND "userId" IN (SELECT "userId" FROM "moved")`;
}

/** The workspace that a person has been in for longest. */
export async function findFirstWorkspace(userId: string): Promise<string | undefined> {
  const member = await (await prisma()).member.findFirst({
    where: { userId },
    select: { workspaceId: true },
    orderBy: { createdAt: "asc" },
  });
  return member?.workspaceId;
}

/** The owner of the installation is whoever set it up. */
export async function ownsInstallation(userId: string): Promise<boolean> {
  const found = await prepared(Prisma.sql`SELECT 1 FROM "Installation" WHERE "ownerId" = ${userId}`);
  return found.length > 0;
}

/** Writes down that someone tried what their role does not allow. */
export async function insertDenied({ workspaceId, userId, peer }: Actor, operation: string): Promise<void> {
  await inTransaction((tx) =>
    recordAudit(tx, {
      workspaceId,
      actorId: userId,
      action: "access.denied",
      subjectId: workspaceId,
      subjectName: operation,
      result: "denied",
      peer,
    }),
  );
}

/** Writes down that something was refused that the table of rights grants, and why. */
export async function insertRefused(
  { workspaceId, userId, peer }: Pick<Actor, "workspaceId" | "userId" | "peer">,
  operation: Operation,
  { result, subject }: Attempt["refused"][number],
): Promise<void> {
  const { id: subjectId, name: subjectName } = subject ?? { id: workspaceId, name: "" };
  const action = refusedAction(operation);
  await inTransaction((tx) =>
    recordAudit(tx, { workspaceId, actorId: userId, action, subjectId, subjectName, result, peer }),
  );
}

export async function deleteSession(id: string): Promise<void> {
  await (await prisma()).session.deleteMany({ where: { id } });
}

/** The same for whom the auth library tells the token only. */
export async function deleteSessionByToken(token: string): Promise<void> {
  await (await prisma()).session.deleteMany({ where: { token } });
}
