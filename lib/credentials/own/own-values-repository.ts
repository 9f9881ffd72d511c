import "server-only";
import { readPlainValues } from "@/lib/connectors/plain-values";
import type { SealBinding } from "@/lib/own-connectors/seal-binding";
import type { Transaction } from "@/lib/platform/database";
import { keyRing } from "@/lib/platform/key-ring";
import { log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { CannotOpen, sealElsewhere } from "@/lib/platform/sealing";

type Stored = {
  credentialId: string;
  number: number;
  sealed: string;
  keyId: string;
  plainValues: unknown;
};

/**
 * Seals all values of a connector of the workspace's own for the way they travel from now on, also those that are kept
 * of deleted credentials and older versions. What does not open stays as it is, and opens no more than before. For a
 * transaction that locked the connector.
 */
export async function resealFor(
  tx: Transaction,
  workspaceId: string,
  connectorId: string,
  { before, after }: { before: SealBinding; after: SealBinding },
): Promise<void> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT v."credentialId", v."number", v."sealed", v."keyId", v."plainValues"
    FROM "CredentialVersion" v JOIN "Credential" c ON c."id" = v."credentialId"
    WHERE c."workspaceId" = ${workspaceId} AND c."connectorId" = ${connectorId} AND v."sealed" IS NOT NULL
      AND v."keyId" IS NOT NULL
    ORDER BY c."id", v."number" FOR UPDATE OF c, v`;
  for (const { credentialId, number, sealed, keyId, plainValues } of rows) {
    const place = {
      workspaceId,
      credentialId,
      version: number,
      connectorId,
      plainValues: readPlainValues(plainValues),
    };
    try {
      const [from, to] = [
        { ...place, binding: before },
        { ...place, binding: after },
      ];
      const made = await sealElsewhere(await keyRing(keyId), { from, to }, { sealed, keyId });
      await tx.credentialVersion.update({
        where: { credentialId_number: { credentialId, number }, credential: { workspaceId } },
        data: made,
        select: { number: true },
      });
    } catch (error) {
      if (!isOwn(error, CannotOpen)) throw error;
      log.error({ workspaceId, credentialId, version: number }, "stored values do not open");
    }
  }
}

/**
 * Nothing is known any more of the connector's credentials: they are verified anew, at once. Where the connector can
 * verify none, they say so. Returns how many there are.
 */
export async function unverifyAll(
  tx: Transaction,
  workspaceId: string,
  connectorId: string,
  isVerifiable: boolean,
): Promise<number> {
  const { count } = await tx.credential.updateMany({
    where: { workspaceId, connectorId, deletedAt: null },
    data: {
      status: "UNVERIFIED",
      outcome: isVerifiable ? null : "not-verifiable",
      refusedAt: null,
      failedAt: null,
      checkLease: null,
      nextCheckAt: isVerifiable ? new Date() : null,
      revision: { increment: 1 },
    },
  });
  return count;
}

/** How many credentials there are of a connector, also deleted ones that can be restored. */
export async function countOfConnector(tx: Transaction, workspaceId: string, connectorId: string): Promise<number> {
  return tx.credential.count({ where: { workspaceId, connectorId } });
}
