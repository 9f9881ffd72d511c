import "server-only";
import type { Transaction } from "@/lib/platform/database";
import type { CredentialStatus } from "@/prisma/generated/client";

export type LockedCredential = { id: string; name: string; status: CredentialStatus };

/**
 * Locks credentials until the transaction ends, always in one order, so that two that want the same ones do not wait
 * for each other for ever. Those of another workspace and deleted ones are left out. At once with the lock that a
 * change needs: two that share one first and change then would each wait for the other.
 */
export function lockCredentials(tx: Transaction, workspaceId: string, ids: string[]): Promise<LockedCredential[]> {
  return tx.$queryRaw<LockedCredential[]>`
    SELECT "id", "name", "status"::text AS "status" FROM "Credential"
    WHERE "id" = ANY(${ids}) AND "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL
    ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Writes down since when locked credentials are unused, after their data sources changed. */
export async function markUse(tx: Transaction, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Credential" SET "unusedSince" = CASE WHEN "isUsed" THEN NULL ELSE (now() AT TIME ZONE 'UTC') END
    FROM (
      SELECT c."id", EXISTS (SELECT FROM "DataSource" WHERE "credentialId" = c."id") AS "isUsed"
      FROM "Credential" c WHERE c."id" = ANY(${ids})
    ) AS use
    WHERE "Credential"."id" = use."id" AND ("unusedSince" IS NULL) <> "isUsed"`;
}
