import "server-only";
import { COUNTED_MAX, type CredentialListQuery, UNUSED_DAYS } from "@/lib/credentials/credential-dto";
import { DAY_MS } from "@/lib/platform/day-ms";
import { prepared } from "@/lib/platform/prepared";
import { SOON_DAYS } from "@/lib/settings/rotation-dto";
import { addDays, dayOf, isoDay } from "@/lib/settings/rotation-of";
import { Prisma } from "@/prisma/generated/client";
import { momentOf } from "./list-place";

const living = (workspaceId: string) => Prisma.sql`c."workspaceId" = ${workspaceId} AND c."deletedAt" IS NULL`;

/**
 * Due in the next days, or before: by a day of their own, or by the workspace's maximum age. In an order
 * that only the index of rotations has, because a planner does not know how few they are.
 */
function dueSoon(workspaceId: string): { ways: Prisma.Sql[]; order: Prisma.Sql } {
  const last = isoDay(addDays(dayOf(new Date()), SOON_DAYS));
  const byDay = Prisma.sql`c."rotateBy" <= ${last}::date`;
  const byAge = Prisma.sql`c."rotateBy" IS NULL AND c."valuesChangedAt" < (
    SELECT ${last}::date + 1 - settings."maxAgeDays" FROM "WorkspaceSettings" settings
    WHERE settings."workspaceId" = ${workspaceId})`;
  return { ways: [byDay, byAge], order: Prisma.sql`ORDER BY c."rotateBy", c."valuesChangedAt"` };
}

const unusedNow = () =>
  Prisma.sql`c."unusedSince" <= ${momentOf(new Date(Date.now() - UNUSED_DAYS * DAY_MS))}::timestamp(3)`;

/** What a list is narrowed down by, without its search, its place and rotations. */
function plainFilters(workspaceId: string, query: CredentialListQuery): Prisma.Sql {
  const { connectorId, status, owner, unused } = query;
  const conditions = [
    living(workspaceId),
    ...(connectorId ? [Prisma.sql`c."connectorId" = ${connectorId}`] : []),
    ...(status ? [Prisma.sql`c."status" = ${status}::"CredentialStatus"`] : []),
    ...(owner ? [Prisma.sql`c."ownerId" = ${owner}`] : []),
    ...(unused ? [unusedNow()] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

/** The same with them. */
export function filtersOf(workspaceId: string, query: CredentialListQuery): Prisma.Sql {
  const filters = plainFilters(workspaceId, query);
  if (!query.rotation) return filters;
  const ways = dueSoon(workspaceId).ways.map((way) => Prisma.sql`(${way})`);
  return Prisma.sql`${filters} AND (${Prisma.join(ways, " OR ")})`;
}

/** `credentials` that are due for rotation, as the query narrows them down further; at most so many by each way. */
export function dueCredentials(workspaceId: string, query: CredentialListQuery, more: Prisma.Sql, most: number) {
  const filters = plainFilters(workspaceId, query);
  const { ways, order } = dueSoon(workspaceId);
  const due = ways.map(
    (way) => Prisma.sql`(
      SELECT c.* FROM "Credential" c WHERE ${filters} ${more} AND ${way} ${order} LIMIT ${Prisma.raw(String(most))})`,
  );
  return Prisma.join(due, " UNION ALL ");
}

/** Counted along an index, up to one more than is told. */
const counted = (conditions: Prisma.Sql, order = Prisma.empty) => Prisma.sql`(
  SELECT count(*) FROM (
    SELECT FROM "Credential" c WHERE ${conditions} ${order} LIMIT ${Prisma.raw(String(COUNTED_MAX + 1))}
  ) AS bounded)::int`;

type Tab = "all" | "attention" | "rotation" | "unverified" | "unused";

/** How many there are under each tab, each up to one more than `COUNTED_MAX`. */
export async function countTabs(workspaceId: string): Promise<Record<Tab, number>> {
  const [counts] = await prepared<Record<Tab, number>>(tabsQuery(workspaceId));
  const { rotation = 0, all = 0, attention = 0, unverified = 0, unused = 0 } = counts ?? {};
  return { all, attention, rotation: Math.min(rotation, COUNTED_MAX + 1), unverified, unused };
}

/** Each along the index that has it in this order, so that no plan is one for the whole table. */
export function tabsQuery(workspaceId: string): Prisma.Sql {
  const here = living(workspaceId);
  const newest = Prisma.sql`ORDER BY c."createdAt" DESC, c."id" DESC`;
  const of = (condition: Prisma.Sql, order: Prisma.Sql) => counted(Prisma.sql`${here} AND ${condition}`, order);
  const { ways, order } = dueSoon(workspaceId);
  const due = ways.map((way) => of(way, order));
  return Prisma.sql`
    SELECT ${counted(here, newest)} AS "all", ${of(Prisma.sql`c."status" = 'FAILED'`, newest)} AS "attention",
      ${Prisma.join(due, " + ")} AS "rotation", ${of(Prisma.sql`c."status" = 'UNVERIFIED'`, newest)} AS "unverified",
      ${of(unusedNow(), Prisma.sql`ORDER BY c."unusedSince"`)} AS "unused"`;
}

/** How many these filters find, up to one more than `COUNTED_MAX`. */
export async function countFiltered(workspaceId: string, query: CredentialListQuery): Promise<number> {
  const [row] = await prepared<{ found: number }>(
    Prisma.sql`SELECT ${counted(filtersOf(workspaceId, query))} AS "found"`,
  );
  return row?.found ?? 0;
}
