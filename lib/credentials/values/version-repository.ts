import "server-only";
import { findActorNames } from "@/lib/auth/actor-names-repository";
import { whoseColumns } from "@/lib/credentials/checks/check-repository";
import type { VersionDto } from "@/lib/credentials/credential-dto";
import { recordAudits } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { DAY_MS } from "@/lib/platform/day-ms";
import { RETENTION_DAYS } from "@/lib/settings/settings-dto";
import { findSettings } from "@/lib/settings/settings-repository";
import type { Credential, CredentialVersion } from "@/prisma/generated/client";

const DESTROYED_AT_A_TIME = 100;

/** The versions of a credential, newest first. */
export async function listVersionRows(workspaceId: string, credentialId: string): Promise<VersionDto[]> {
  const client = await prisma();
  const credential = await client.credential.findFirst({
    where: { id: credentialId, workspaceId, deletedAt: null },
    select: {
      activeVersion: true,
      versions: {
        select: { number: true, createdAt: true, createdById: true, replacedAt: true, destroyedAt: true },
        orderBy: { number: "desc" },
        take: 100,
      },
    },
  });
  if (!credential) return [];
  const { versionRetentionDays } = await findSettings(workspaceId);
  const names = await findActorNames(
    workspaceId,
    credential.versions.map(({ createdById }) => createdById),
  );
  return credential.versions.map(({ number, createdAt, createdById, replacedAt, destroyedAt }) => ({
    number,
    isActive: number === credential.activeVersion,
    createdAt: createdAt.toISOString(),
    createdByName: names.get(createdById) ?? "A former member",
    ...(destroyedAt
      ? { destroyedAt: destroyedAt.toISOString() }
      : replacedAt
        ? { keptUntil: new Date(replacedAt.getTime() + versionRetentionDays * DAY_MS).toISOString() }
        : {}),
  }));
}

type DueVersion = Pick<CredentialVersion, "credentialId" | "number"> & Pick<Credential, "workspaceId" | "name">;

/**
 * Destroys the values that were replaced longer ago than their workspace keeps them; that there was such a
 * version stays known. A rollback locks the same credential. Returns how many; there may be more.
 */
export async function destroyOldVersions(actorId: string, now = Date.now()): Promise<number> {
  const at = new Date(now);
  return inTransaction(async (tx) => {
    const due = await tx.$queryRaw<DueVersion[]>`
      SELECT v."credentialId", v."number", c."workspaceId", c."name"
      FROM "CredentialVersion" v JOIN "Credential" c ON c."id" = v."credentialId"
      LEFT JOIN "WorkspaceSettings" s ON s."workspaceId" = c."workspaceId"
      WHERE v."destroyedAt" IS NULL AND v."number" <> c."activeVersion"
        AND v."replacedAt" <= ${at}::timestamp - make_interval(days => COALESCE(s."versionRetentionDays", ${RETENTION_DAYS}::int))
      ORDER BY v."replacedAt" LIMIT ${DESTROYED_AT_A_TIME} FOR UPDATE OF c, v SKIP LOCKED`;
    for (const { credentialId, number } of due) {
      await tx.credentialVersion.update({
        where: { credentialId_number: { credentialId, number } },
        data: { sealed: null, keyId: null, plainValues: {}, ...whoseColumns(undefined), destroyedAt: at },
        select: { number: true },
      });
    }
    await recordAudits(
      tx,
      due.map(({ credentialId, number, workspaceId, name }) => ({
        workspaceId,
        actorId,
        action: "credential.version-destroyed",
        subjectId: credentialId,
        subjectName: name,
        fields: [`version ${number}`],
        peer: undefined,
      })),
    );
    return due.length;
  });
}

/** A version as it was sealed, and as it is to be from now on. */
export type Resealed = { credentialId: string; number: number; before: string; after: string };

/** Stores versions that were sealed again under another key; one that changed meanwhile stays. Returns how many. */
export function storeResealed(tx: Transaction, keyId: string, made: Resealed[]): Promise<number> {
  return tx.$executeRaw`
    UPDATE "CredentialVersion" v SET "sealed" = n."after", "keyId" = ${keyId}
    FROM unnest(${made.map((row) => row.credentialId)}::text[], ${made.map((row) => row.number)}::int[],
      ${made.map((row) => row.before)}::text[], ${made.map((row) => row.after)}::text[])
      AS n("credentialId", "number", "before", "after")
    WHERE v."credentialId" = n."credentialId" AND v."number" = n."number" AND v."sealed" = n."before"`;
}
