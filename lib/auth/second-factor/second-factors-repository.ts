import "server-only";
import { PASSWORD } from "@/lib/auth/password/password-repository";
import { OIDC_PROVIDER } from "@/lib/auth/sso/oidc-repository";
import type { Transaction } from "@/lib/platform/database";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

/** What someone can show besides a password, or in its place. */
export type SecondFactors = {
  userId: string;
  app: boolean;
  passkey: boolean;
  /** They have no password: what their provider asks for is its own matter. */
  providerAlone: boolean;
};

export const hasSecondFactor = ({ app, passkey, providerAlone }: SecondFactors): boolean =>
  app || passkey || providerAlone;

/** The second factors of everyone in a workspace. */
export function listSecondFactors(workspaceId: string): Promise<SecondFactors[]> {
  return prepared<SecondFactors>(Prisma.sql`
    SELECT m."userId", u."twoFactorEnabled" AS "app",
      u."emailVerified" AND EXISTS (SELECT 1 FROM "Passkey" p WHERE p."userId" = u."id") AS "passkey",
      EXISTS (SELECT 1 FROM "Account" a WHERE a."userId" = u."id" AND a."providerId" = ${OIDC_PROVIDER}) AND NOT EXISTS (
        SELECT 1 FROM "Account" a WHERE a."userId" = u."id" AND a."providerId" = ${PASSWORD} AND a."password" IS NOT NULL
      ) AS "providerAlone"
    FROM "Member" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."workspaceId" = ${workspaceId}
    ORDER BY m."createdAt", m."id"`);
}

/** Whether a workspace lets its members in with a second factor only. */
export async function needsSecondFactor(workspaceId: string): Promise<boolean> {
  const [row] = await prepared<{ needs: boolean }>(
    Prisma.sql`SELECT "needsSecondFactor" AS "needs" FROM "Workspace" WHERE "id" = ${workspaceId}`,
  );
  return row?.needs === true;
}

/** Inside the transaction of whoever demands it of others: whether their own session showed one. */
export async function showedSecondStepIn(
  tx: Transaction,
  { userId, sessionId: id }: { userId: string; sessionId: string },
): Promise<boolean> {
  return (await tx.session.count({ where: { id, userId, secondStep: { not: null } } })) > 0;
}

/** Counts from the next request of everyone. False where it was so already. */
export async function setNeedsSecondFactorIn(
  tx: Transaction,
  id: string,
  needsSecondFactor: boolean,
): Promise<boolean> {
  const where = { id, needsSecondFactor: !needsSecondFactor };
  return (await tx.workspace.updateMany({ where, data: { needsSecondFactor } })).count > 0;
}
