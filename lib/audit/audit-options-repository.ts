import "server-only";
import { prisma } from "@/lib/platform/database";
import { Prisma } from "@/prisma/generated/client";

/** More are in no list; their pages and events lead to them. */
const CREDENTIALS = 200;
const DELETED = 100;
const VALUES = 500;

/**
 * The different values of an indexed column, in order. It steps along the index from one value to the next, so that a
 * trail of millions costs as many steps as it has values.
 */
async function listValues(workspaceId: string, column: "actorId" | "action"): Promise<string[]> {
  const name = Prisma.raw(`"${column}"`);
  const rows = await (await prisma()).$queryRaw<{ value: string }[]>`
    WITH RECURSIVE "steps" AS (
      (SELECT ${name} AS "value" FROM "AuditEvent" WHERE "workspaceId" = ${workspaceId} ORDER BY ${name} LIMIT 1)
      UNION ALL
      SELECT (
        SELECT ${name} FROM "AuditEvent" WHERE "workspaceId" = ${workspaceId} AND ${name} > "steps"."value"
        ORDER BY ${name} LIMIT 1
      ) FROM "steps" WHERE "steps"."value" IS NOT NULL
    ) SELECT "value" FROM "steps" WHERE "value" IS NOT NULL LIMIT ${VALUES}`;
  return rows.map(({ value }) => value);
}

export const listActions = (workspaceId: string) => listValues(workspaceId, "action");

/** The ids of everyone who appears in the trail. */
export const listActors = (workspaceId: string) => listValues(workspaceId, "actorId");

/** Everyone among these actors of the trail or in the workspace, with their names now. */
export async function listPeople(
  workspaceId: string,
  ids: string[],
): Promise<{ id: string; name: string; email: string }[]> {
  return (await prisma()).user.findMany({
    where: { OR: [{ id: { in: ids } }, { members: { some: { workspaceId } } }] },
    select: { id: true, name: true, email: true },
  });
}

type Named = { id: string; name: string };

/** The newest credentials of the workspace. */
export async function listNewestCredentials(workspaceId: string): Promise<Named[]> {
  return (await prisma()).credential.findMany({
    where: { workspaceId, deletedAt: null },
    select: { id: true, name: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: CREDENTIALS,
  });
}

/** The credentials that were deleted last, by the names that they had then. */
export async function listDeletedNames(workspaceId: string): Promise<Named[]> {
  const client = await prisma();
  const rows = await client.auditEvent.findMany({
    where: { workspaceId, action: "credential.deleted" },
    select: { subjectId: true, subjectName: true },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    take: DELETED,
  });
  const ids = rows.map(({ subjectId }) => subjectId);
  const living = await client.credential.findMany({
    where: { id: { in: ids }, workspaceId, deletedAt: null },
    select: { id: true },
  });
  const restored = new Set(living.map(({ id }) => id));
  // One that was deleted twice has its last name first.
  const names = new Map(rows.toReversed().map(({ subjectId, subjectName }) => [subjectId, subjectName]));
  return [...names].flatMap(([id, name]) => (restored.has(id) ? [] : [{ id, name }]));
}

/** The name that a subject had at its last event. */
export async function findSubjectName(workspaceId: string, subjectId: string): Promise<string | undefined> {
  const row = await (await prisma()).auditEvent.findFirst({
    where: { workspaceId, subjectId },
    select: { subjectName: true },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
  });
  return row?.subjectName;
}
