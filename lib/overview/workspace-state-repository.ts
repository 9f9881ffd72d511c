import "server-only";
import { PASSWORD } from "@/lib/auth/password/password-repository";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

export type WorkspaceState = {
  /** Those of the ids given that there are credentials for. */
  connectorIds: string[];
  hasInvitation: boolean;
  checklistClosedAt: Date | null;
};

/** The statement behind `findWorkspaceState`, for the test that reads its plan. */
export const workspaceStateQuery = (workspaceId: string, userId: string, connectorIds: readonly string[], now: Date) =>
  Prisma.sql`
    SELECT ARRAY(SELECT "id" FROM unnest(${[...connectorIds]}::text[]) AS asked("id") WHERE EXISTS (
        SELECT 1 FROM "Credential" c WHERE c."workspaceId" = ${workspaceId} AND c."connectorId" = asked."id"
          AND c."deletedAt" IS NULL)) AS "connectorIds",
      EXISTS (SELECT 1 FROM "Invitation" WHERE "workspaceId" = ${workspaceId} AND "status" = 'pending'
        AND "expiresAt" > ${now}) AS "hasInvitation",
      m."checklistClosedAt"
    FROM "Member" m WHERE m."workspaceId" = ${workspaceId} AND m."userId" = ${userId}`;

/** What the checklist and the budgets want to know; undefined for someone who has just been removed. */
export async function findWorkspaceState(
  workspaceId: string,
  userId: string,
  connectorIds: readonly string[],
): Promise<WorkspaceState | undefined> {
  const [row] = await prepared<WorkspaceState>(workspaceStateQuery(workspaceId, userId, connectorIds, new Date()));
  return row;
}

export type PeopleState = { all: number; byPasswordAlone: number; youByPasswordAlone: boolean };

/** How the people of a workspace sign in: single sign-on is its provider's matter, and a second factor there too. */
export async function findPeopleState(workspaceId: string, userId: string): Promise<PeopleState> {
  const [row] = await prepared<PeopleState>(Prisma.sql`
    SELECT count(*)::int AS "all", (count(*) FILTER (WHERE "alone"))::int AS "byPasswordAlone",
      coalesce(bool_or("alone" AND "userId" = ${userId}), false) AS "youByPasswordAlone"
    FROM (
      SELECT m."userId", NOT u."twoFactorEnabled" AND EXISTS (
        SELECT 1 FROM "Account" a WHERE a."userId" = u."id" AND a."providerId" = ${PASSWORD} AND a."password" IS NOT NULL
      ) AS "alone"
      FROM "Member" m JOIN "User" u ON u."id" = m."userId" WHERE m."workspaceId" = ${workspaceId}
    ) AS "people"`);
  return row ?? { all: 0, byPasswordAlone: 0, youByPasswordAlone: false };
}
