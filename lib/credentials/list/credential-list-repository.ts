import "server-only";
import {
  type CredentialDto,
  type CredentialListQuery,
  type CredentialSort,
  UNUSED_DAYS,
} from "@/lib/credentials/credential-dto";
import {
  type CredentialRow,
  credentialColumns,
  credentialRelations,
  toCredentialDto,
} from "@/lib/credentials/credential-row-repository";
import { prisma } from "@/lib/platform/database";
import { DAY_MS } from "@/lib/platform/day-ms";
import { type ListPlace, readCursor, writeCursor } from "@/lib/platform/list-cursor";
import { prepared } from "@/lib/platform/prepared";
import { tellApart } from "@/lib/platform/tell-apart";
import { Prisma } from "@/prisma/generated/client";
import { cursorKind } from "./credential-list-schema";
import { searchWords } from "./search-words";

const MAX_WORDS = 10;
const MAX_OWNERS = 200;
/** So many matches are put in order; where there are more, the list is walked along for them. */
const FEW = 1000;

const newestFirst = Prisma.sql`c."createdAt" DESC, c."id" DESC`;
const orders: Record<CredentialSort, Prisma.Sql> = {
  newest: newestFirst,
  oldest: Prisma.sql`c."createdAt" ASC, c."id" ASC`,
  // Unique in a workspace, so that it needs nothing beside it.
  name: Prisma.sql`c."nameKey" ASC`,
};

function afterPlace(sort: CredentialSort, { key, id }: ListPlace): Prisma.Sql {
  if (sort === "name") return Prisma.sql`c."nameKey" > ${key}`;
  return sort === "newest"
    ? Prisma.sql`(c."createdAt", c."id") < (${key}::timestamp(3), ${id})`
    : Prisma.sql`(c."createdAt", c."id") > (${key}::timestamp(3), ${id})`;
}

/** All words have to be there, by their beginnings. Cast, not parsed: words hold letters and digits, no operator. */
function search(q: string): Prisma.Sql {
  const words = searchWords(q).slice(0, MAX_WORDS);
  if (words.length === 0) return Prisma.sql`false`;
  const prefixes = words.map((word) => `'${word}':*`).join(" & ");
  // The expression of the index in the migration "lists".
  return Prisma.sql`array_to_tsvector(string_to_array(c."searchText", ' ')) @@ ${prefixes}::tsquery`;
}

function conditionsOf(workspaceId: string, query: CredentialListQuery): Prisma.Sql {
  const { q, connectorId, status, owner, unused, sort = "newest", after } = query;
  const unusedBefore = momentOf(new Date(Date.now() - UNUSED_DAYS * DAY_MS));
  const place = after === undefined ? undefined : readCursor(after, cursorKind(sort));
  const conditions = [
    Prisma.sql`c."workspaceId" = ${workspaceId} AND c."deletedAt" IS NULL`,
    ...(connectorId ? [Prisma.sql`c."connectorId" = ${connectorId}`] : []),
    ...(status ? [Prisma.sql`c."status" = ${status}::"CredentialStatus"`] : []),
    ...(owner ? [Prisma.sql`c."ownerId" = ${owner}`] : []),
    ...(unused ? [Prisma.sql`c."unusedSince" <= ${unusedBefore}::timestamp(3)`] : []),
    ...(q?.trim() ? [search(q)] : []),
    ...(place ? [afterPlace(sort, place)] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

type ListedRow = CredentialRow & { nameKey: string };
const listed = Prisma.sql`SELECT c."nameKey", ${credentialColumns}`;

/** The query of one page: a walk along an index from the cursor on, and never a count. */
export function pageQuery(workspaceId: string, query: CredentialListQuery, take: number): Prisma.Sql {
  const { sort = "newest" } = query;
  // The limit is part of the text: a plan for any limit would be one for a tenth of the table.
  return Prisma.sql`
    ${listed} FROM "Credential" c ${credentialRelations}
    WHERE ${conditionsOf(workspaceId, query)} ORDER BY ${orders[sort]} LIMIT ${Prisma.raw(String(take))}`;
}

/**
 * The query of one page of a search that finds little: all that it finds, by the index of the words, and then in order.
 * `found` ends one past FEW: then a walk in order meets the next match soon, and finding all of them would take longer.
 * The planner cannot tell the two apart: it knows of no word how often its beginning is there.
 */
export function searchQuery(workspaceId: string, query: CredentialListQuery, take: number): Prisma.Sql {
  const { sort = "newest" } = query;
  const order = orders[sort];
  return Prisma.sql`
    WITH "matches" AS MATERIALIZED (
      SELECT c."id", c."createdAt", c."nameKey" FROM "Credential" c
      WHERE ${conditionsOf(workspaceId, query)} LIMIT ${FEW + 1}
    ), "places" AS MATERIALIZED (
      SELECT c."id", (count(*) OVER ())::int AS "found" FROM "matches" c ORDER BY ${order} LIMIT ${take}
    )
    ${listed}, place."found" FROM "places" place JOIN "Credential" c ON c."id" = place."id" ${credentialRelations}
    ORDER BY ${order}`;
}

async function findRows(workspaceId: string, query: CredentialListQuery, take: number): Promise<ListedRow[]> {
  if (!query.q?.trim()) return prepared<ListedRow>(pageQuery(workspaceId, query, take));
  // Planned for the very words: how many there are of them decides how they are found.
  const client = await prisma();
  const rows = await client.$queryRaw<(ListedRow & { found: number })[]>(searchQuery(workspaceId, query, take));
  if ((rows[0]?.found ?? 0) <= FEW) return rows;
  return client.$queryRaw<ListedRow[]>(pageQuery(workspaceId, query, take));
}

/** As the database writes it, without a zone. */
const momentOf = (at: Date) => at.toISOString().slice(0, -1);

/** One page, and the cursor of its last row where more follow: known by reading one row more. */
export async function findCredentialPage(
  workspaceId: string,
  query: CredentialListQuery,
  size: number,
): Promise<{ credentials: CredentialDto[]; after?: string }> {
  const rows = await findRows(workspaceId, query, size + 1);
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  const key = last && (query.sort === "name" ? last.nameKey : momentOf(last.createdAt));
  return {
    credentials: shown.map(toCredentialDto),
    ...(last && key !== undefined ? { after: writeCursor({ key, id: last.id }) } : {}),
  };
}

/** The members, by name; of certain roles where they are named. Told apart from all others, whatever their role. */
export async function listOwners(
  workspaceId: string,
  roles?: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const members = await prepared<{ role: string; id: string; name: string; email: string }>(Prisma.sql`
    SELECT m."role", u."id", u."name", u."email" FROM "Member" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."workspaceId" = ${workspaceId} ORDER BY u."name"`);
  const names = tellApart(members);
  return members
    .filter(({ role }) => !roles || roles.includes(role))
    .slice(0, MAX_OWNERS)
    .map(({ id, name }) => ({ id, name: names.get(id) ?? name }));
}
