import "server-only";
import type { Transaction } from "@/lib/platform/database";
import type { CredentialStatus } from "@/prisma/generated/client";

export type LockedCredential = { id: string; name: string; status: CredentialStatus; outcome: string | null };

/** Whether a source may rest on it: its values were accepted, or are of a connector that can have none accepted. */
export const mayBeReadWith = ({ status, outcome }: LockedCredential): boolean =>
  status === "VERIFIED" || (status === "UNVERIFIED" && outcome === "not-verifiable");

/**
 * Locks credentials until the transaction ends, always in one order, so that two that want the same ones do not wait
 * for each other for ever. Those of another workspace and deleted ones are left out. At once with the lock that a
 * change needs: two that share one first and change then would each wait for the other.
 */
export function lockCredentials(tx: Transaction, workspaceId: string, ids: string[]): Promise<LockedCredential[]> {
  return tx.$queryRaw<LockedCredential[]>`
    SELECT "id", "name", "status"::text AS "status", "outcome" FROM "Credential"
    WHERE "id" = ANY(${ids}) AND "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL
    ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Writes down how many data sources use each of these credentials. They are locked, and so the number holds. */
export async function storeUse(
  tx: Transaction,
  workspaceId: string,
  uses: { credentialId: string; count: number }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Credential" SET "sourceCount" = use."count",
      "unusedSince" = CASE WHEN use."count" = 0 THEN coalesce("unusedSince", now() AT TIME ZONE 'UTC') END
    FROM unnest(${uses.map(({ credentialId }) => credentialId)}::text[], ${uses.map(({ count }) => count)}::int[])
      AS use("id", "count")
    WHERE "Credential"."workspaceId" = ${workspaceId} AND "Credential"."id" = use."id"`;
}
