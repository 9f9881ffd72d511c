import "server-only";
import {
  type CredentialDto,
  type CredentialListQuery,
  type CredentialSort,
  UNUSED_DAYS,
} from "@/lib/credentials/credential-dto";
import { listCredentialRowsById } from "@/lib/credentials/credential-repository";
import { prisma } from "@/lib/platform/database";
import { DAY_MS } from "@/lib/platform/day-ms";
import { type ListPlace, readCursor, writeCursor } from "@/lib/platform/list-cursor";
import { tellApart } from "@/lib/platform/tell-apart";
import { Prisma } from "@/prisma/generated/client";
import { cursorKind } from "./credential-list-schema";
import { searchWords } from "./search-words";

const MAX_WORDS = 10;
const MAX_OWNERS = 200;
/** So many matches are put in order; where there are more, the list is walked along for them. */
const FEW = 1000;

const newestFirst = Prisma.sql`"createdAt" DESC, "id" DESC`;
const orders: Record<CredentialSort, Prisma.Sql> = {
  newest: newestFirst,
  oldest: Prisma.sql`"createdAt" ASC, "id" ASC`,
  // Unique in a workspace, so that it needs nothing beside it.
  name: Prisma.sql`"nameKey" ASC`,
};

function afterPlace(sort: CredentialSort, { key, id }: ListPlace): Prisma.Sql {
  if (sort === "name") return Prisma.sql`"nameKey" > ${key}`;
  return sort === "newest"
    ? Prisma.sql`("createdAt", "id") < (${key}::timestamp(3), ${id})`
    : Prisma.sql`("createdAt", "id") > (${key}::timestamp(3), ${id})`;
}

/** All words have to be there, by their beginnings. Cast, not parsed: words hold letters and digits, no operator. */
function search(q: string): Prisma.Sql {
  const words = searchWords(q).slice(0, MAX_WORDS);
  if (words.length === 0) return Prisma.sql`false`;
  const prefixes = words.map((word) => `'${word}':*`).join(" & ");
  // The expression of the index in the migration "lists".
  return Prisma.sql`array_to_tsvector(string_to_array("searchText", ' ')) @@ ${prefixes}::tsquery`;
}

function conditionsOf(workspaceId: string, query: CredentialListQuery): Prisma.Sql {
  const { q, connectorId, status, owner, unused, sort = "newest", after } = query;
  const unusedBefore = new Date(Date.now() - UNUSED_DAYS * DAY_MS).toISOString().slice(0, -1);
  const place = after === undefined ? undefined : readCursor(after, cursorKind(sort));
  const conditions = [
    Prisma.sql`"workspaceId" = ${workspaceId} AND "deletedAt" IS NULL`,
    ...(connectorId ? [Prisma.sql`"connectorId" = ${connectorId}`] : []),
    ...(status ? [Prisma.sql`"status" = ${status}::"CredentialStatus"`] : []),
    ...(owner ? [Prisma.sql`"ownerId" = ${owner}`] : []),
    ...(unused ? [Prisma.sql`"unusedSince" <= ${unusedBefore}::timestamp(3)`] : []),
    ...(q?.trim() ? [search(q)] : []),
    ...(place ? [afterPlace(sort, place)] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

const keyOf = (sort: CredentialSort) =>
  sort === "name" ? Prisma.sql`"nameKey"` : Prisma.sql`to_char("createdAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;

/** The query of one page: a walk along an index from the cursor on, and never a count. */
export function pageQuery(workspaceId: string, query: CredentialListQuery, take: number): Prisma.Sql {
  const { sort = "newest" } = query;
  return Prisma.sql`
    SELECT "id", ${keyOf(sort)} AS "key" FROM "Credential"
    WHERE ${conditionsOf(workspaceId, query)} ORDER BY ${orders[sort]} LIMIT ${take}`;
}

/**
 * The query of one page of a search that finds little: all that it finds, by the index of the words, and then in order.
 * `found` ends one past FEW: then a walk in order meets the next match soon, and finding all of them would take longer.
 * The planner cannot tell the two apart: it knows of no word how often its beginning is there.
 */
export function searchQuery(workspaceId: string, query: CredentialListQuery, take: number): Prisma.Sql {
  const { sort = "newest" } = query;
  return Prisma.sql`
    WITH "matches" AS MATERIALIZED (
      SELECT "id", "createdAt", "nameKey" FROM "Credential"
      WHERE ${conditionsOf(workspaceId, query)} LIMIT ${FEW + 1}
    )
    SELECT "id", ${keyOf(sort)} AS "key", (count(*) OVER ())::int AS "found" FROM "matches"
    ORDER BY ${orders[sort]} LIMIT ${take}`;
}

async function findPlaces(workspaceId: string, query: CredentialListQuery, take: number): Promise<ListPlace[]> {
  const client = await prisma();
  if (query.q?.trim()) {
    const places = await client.$queryRaw<(ListPlace & { found: number })[]>(searchQuery(workspaceId, query, take));
    if ((places[0]?.found ?? 0) <= FEW) return places;
  }
  return client.$queryRaw<ListPlace[]>(pageQuery(workspaceId, query, take));
}

/** One page, and the cursor of its last row where more follow: known by reading one row more. */
export async function findCredentialPage(
  workspaceId: string,
  query: CredentialListQuery,
  size: number,
): Promise<{ credentials: CredentialDto[]; after?: string }> {
  const places = await findPlaces(workspaceId, query, size + 1);
  const shown = places.slice(0, size);
  const last = shown.at(-1);
  const ids = shown.map(({ id }) => id);
  return {
    credentials: await listCredentialRowsById(workspaceId, ids),
    ...(places.length > size && last ? { after: writeCursor(last) } : {}),
  };
}

/** The members, by name; of certain roles where they are named. Told apart from all others, whatever their role. */
export async function listOwners(
  workspaceId: string,
  roles?: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const members = await (await prisma()).member.findMany({
    where: { workspaceId },
    select: { role: true, user: { select: { id: true, name: true, email: true } } },
    orderBy: { user: { name: "asc" } },
  });
  const names = tellApart(members.map(({ user }) => user));
  return members
    .filter(({ role }) => !roles || roles.includes(role))
    .slice(0, MAX_OWNERS)
    .map(({ user: { id, name } }) => ({ id, name: names.get(id) ?? name }));
}
