import "server-only";
import type { TokenHolder } from "@/lib/auth/actor";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction } from "@/lib/platform/database";
import { prepared, preparedWrite } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

/** A token by one of its values, and what its maker is in its workspace: null where they have no place there. */
export type ShownToken = {
  id: string;
  workspaceId: string;
  name: string;
  workspaceName: string;
  makerId: string;
  makerName: string;
  scopes: string[];
  everySource: boolean;
  sourceIds: string[];
  expiresAt: Date | null;
  revokedAt: Date | null;
  notedAt: Date | null;
  /** Of the value. */
  endsAt: Date | null;
  usedAt: Date | null;
  role: string | null;
};

/** Value, token and membership as they are now, in one statement: what was taken away counts at the next request. */
export async function findShownToken(hash: string): Promise<ShownToken | undefined> {
  const [token] = await prepared<ShownToken>(Prisma.sql`
    SELECT t."id", t."workspaceId", t."name", t."makerId", t."scopes", t."everySource", t."sourceIds", t."expiresAt",
      t."revokedAt", t."notedAt", v."endsAt", v."usedAt", m."role", w."name" AS "workspaceName", u."name" AS "makerName"
    FROM "TokenValue" v
    JOIN "Token" t ON t."id" = v."tokenId"
    JOIN "Workspace" w ON w."id" = t."workspaceId"
    JOIN "User" u ON u."id" = t."makerId"
    LEFT JOIN "Member" m ON m."workspaceId" = t."workspaceId" AND m."userId" = t."makerId"
    WHERE v."hash" = ${hash}`);
  return token;
}

export type Held = Pick<ShownToken, "scopes" | "everySource" | "sourceIds"> & { role: string };

/** What a token that was shown before grants now; undefined where it, or the value that was shown, is over. */
export async function findHeld({ workspaceId, tokenId, valueHash }: TokenHolder, now: Date): Promise<Held | undefined> {
  const [held] = await prepared<Held>(Prisma.sql`
    SELECT t."scopes", t."everySource", t."sourceIds", m."role"
    FROM "TokenValue" v
    JOIN "Token" t ON t."id" = v."tokenId"
    JOIN "Member" m ON m."workspaceId" = t."workspaceId" AND m."userId" = t."makerId"
    WHERE v."hash" = ${valueHash} AND t."workspaceId" = ${workspaceId} AND t."id" = ${tokenId}
      AND t."revokedAt" IS NULL AND (t."expiresAt" IS NULL OR t."expiresAt" > ${now})
      AND (v."endsAt" IS NULL OR v."endsAt" > ${now})`);
  return held;
}

/** When a value was used last, and from where; not again where that was written down after `before`. */
export async function markValueUsed(
  { workspaceId, valueHash, peer = null }: { workspaceId: string; valueHash: string; peer?: string | null | undefined },
  now: Date,
  before: Date,
): Promise<void> {
  await preparedWrite(Prisma.sql`
    UPDATE "TokenValue" SET "usedAt" = ${now}, "usedFrom" = ${peer}
    WHERE "workspaceId" = ${workspaceId} AND "hash" = ${valueHash} AND ("usedAt" IS NULL OR "usedAt" <= ${before})`);
}

type Noted = Pick<ShownToken, "id" | "workspaceId" | "name"> & { peer: string | undefined };

const entryOf = ({ id, workspaceId, name, peer }: Noted) => ({
  workspaceId,
  actorId: `token:${id}`,
  subjectId: id,
  subjectName: name,
  peer,
});

/** Writes down that a token is used; once, however many requests find at the same moment that it is time to. */
export async function recordTokenUse(token: Noted, now: Date, before: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.token.updateMany({
      where: {
        id: token.id,
        workspaceId: token.workspaceId,
        OR: [{ notedAt: null }, { notedAt: { lte: before } }],
      },
      data: { notedAt: now },
    });
    if (count > 0) await recordAudit(tx, { ...entryOf(token), action: "token.used" });
  });
}

/** Writes down that a token was shown that opens nothing. */
export async function insertTokenRefused(token: Noted, result: string): Promise<void> {
  await inTransaction((tx) => recordAudit(tx, { ...entryOf(token), action: "token.refused", result }));
}
