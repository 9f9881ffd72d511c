import "server-only";
import { isUnreadable } from "@/lib/credentials/credential-row-repository";
import { prepared } from "@/lib/platform/prepared";
import { SOON_DAYS } from "@/lib/settings/rotation-dto";
import { addDays, dayOf, isoDay, rotationOf } from "@/lib/settings/rotation-of";
import { type Credential, Prisma } from "@/prisma/generated/client";
import type { DueRotationDto, FailedCredentialDto } from "./overview-dto";

/** Looked through along their index, to put them in an order that none has. */
const LOOKED_AT = 100;
const lookedAt = () => Prisma.raw(String(LOOKED_AT));

type FailedRow = Pick<
  Credential,
  "id" | "name" | "connectorId" | "status" | "outcome" | "verifiedAt" | "failedAt" | "sourceCount"
>;

export const failedQuery = (workspaceId: string, take: number) => Prisma.sql`
  SELECT * FROM (
    SELECT "id", "name", "connectorId", "status"::text AS "status", "outcome", "verifiedAt", "failedAt", "sourceCount"
    FROM "Credential" WHERE "workspaceId" = ${workspaceId} AND "status" = 'FAILED' AND "deletedAt" IS NULL
    ORDER BY "createdAt" DESC, "id" DESC LIMIT ${lookedAt()}
  ) AS "some"
  ORDER BY "failedAt" DESC NULLS LAST, "id" LIMIT ${Prisma.raw(String(take))}`;

/** Credentials that need attention, those that turned so last first. */
export async function findFailed(workspaceId: string, take: number): Promise<FailedCredentialDto[]> {
  const rows = await prepared<FailedRow>(failedQuery(workspaceId, take));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    connectorId: row.connectorId,
    ...(row.verifiedAt === null ? {} : { verifiedAt: row.verifiedAt.toISOString() }),
    ...(row.failedAt === null ? {} : { failedAt: row.failedAt.toISOString() }),
    ...(isUnreadable(row) ? { unreadable: true as const } : {}),
    usedBy: row.sourceCount,
  }));
}

type DueRow = Pick<Credential, "id" | "name" | "connectorId" | "rotateBy" | "valuesChangedAt">;

/** The first of those with a day of their own and of those by the workspace's maximum age, each along the same index. */
export function dueQuery(workspaceId: string, maxAgeDays: number | null, take: number, now: Date): Prisma.Sql {
  const until = addDays(dayOf(now), SOON_DAYS);
  const agedBefore = maxAgeDays === null ? null : addDays(until, 1 - maxAgeDays);
  const first = (way: Prisma.Sql) => Prisma.sql`(
    SELECT "id", "name", "connectorId", "rotateBy", "valuesChangedAt" FROM "Credential"
    WHERE "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL AND ${way}
    ORDER BY "rotateBy", "valuesChangedAt" LIMIT ${Prisma.raw(String(take))})`;
  return Prisma.sql`
    SELECT * FROM (
      ${first(Prisma.sql`"rotateBy" <= ${isoDay(until)}::date`)} UNION ALL
      ${first(Prisma.sql`"rotateBy" IS NULL AND "valuesChangedAt" < ${agedBefore}::timestamp`)}
    ) AS "due"
    ORDER BY coalesce("rotateBy", ("valuesChangedAt" + make_interval(days => ${maxAgeDays ?? 0}::int))::date), "id"
    LIMIT ${Prisma.raw(String(take))}`;
}

/** The credentials whose rotation is due soon or overdue, the first due first. */
export async function findDue(
  workspaceId: string,
  maxAgeDays: number | null,
  take: number,
  now = new Date(),
): Promise<DueRotationDto[]> {
  const rows = await prepared<DueRow>(dueQuery(workspaceId, maxAgeDays, take, now));
  return rows.flatMap(({ id, name, connectorId, ...values }) => {
    const rotation = rotationOf(values, maxAgeDays, now);
    return rotation ? [{ id, name, connectorId, rotation }] : [];
  });
}
