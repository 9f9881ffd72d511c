import "server-only";
import type { CredentialDto, CredentialListQuery, CredentialSort } from "@/lib/credentials/credential-dto";
import {
  type CredentialRow,
  credentialColumns,
  credentialRelations,
  toCredentialDto,
} from "@/lib/credentials/credential-row-repository";
import type { SavedFilterDto } from "@/lib/filters/saved-filter-dto";
import { savedFiltersColumn } from "@/lib/filters/saved-filter-repository";
import { FEW, findInSteps, NEAR } from "@/lib/platform/list-steps-repository";
import { prepared } from "@/lib/platform/prepared";
import { containsWords, hasGrams, wordsOf } from "@/lib/platform/search-repository";
import { tellApart } from "@/lib/platform/tell-apart";
import { Prisma } from "@/prisma/generated/client";
import { dueCredentials, filtersOf } from "./credential-filters-repository";
import { type CredentialPlace, readPlace, writePlace } from "./list-place";

const MAX_OWNERS = 200;
const orders: Record<CredentialSort, Prisma.Sql> = {
  // FAILED is the last of its type, and VERIFIED the first.
  attention: Prisma.sql`c."status" DESC, c."createdAt" DESC, c."id" DESC`,
  newest: Prisma.sql`c."createdAt" DESC, c."id" DESC`,
  oldest: Prisma.sql`c."createdAt" ASC, c."id" ASC`,
  // Unique in a workspace, so that it needs nothing beside it.
  name: Prisma.sql`c."nameKey" ASC`,
};

function afterPlace(sort: CredentialSort, { key, id, status }: CredentialPlace): Prisma.Sql {
  const places: Record<CredentialSort, () => Prisma.Sql> = {
    attention: () => Prisma.sql`
      (c."status", c."createdAt", c."id") < (${status}::"CredentialStatus", ${key}::timestamp(3), ${id})`,
    newest: () => Prisma.sql`(c."createdAt", c."id") < (${key}::timestamp(3), ${id})`,
    oldest: () => Prisma.sql`(c."createdAt", c."id") > (${key}::timestamp(3), ${id})`,
    name: () => Prisma.sql`c."nameKey" > ${key}`,
  };
  return places[sort]();
}

const behind = ({ sort = "newest", after }: CredentialListQuery): Prisma.Sql => {
  const place = after === undefined ? undefined : readPlace(sort, after);
  return place ? Prisma.sql`AND ${afterPlace(sort, place)}` : Prisma.empty;
};

/** All but the search. */
const conditionsOf = (workspaceId: string, query: CredentialListQuery): Prisma.Sql =>
  Prisma.sql`${filtersOf(workspaceId, query)} ${behind(query)}`;

const text = Prisma.sql`c."searchText"`;
const searched = ({ q = "" }: CredentialListQuery) => {
  const words = wordsOf(q);
  return words.length === 0 ? Prisma.empty : Prisma.sql`AND ${containsWords(text, words)}`;
};

type ListedRow = CredentialRow & { nameKey: string };
const listed = Prisma.sql`SELECT c."nameKey", ${credentialColumns}`;

/** The query of one page: a walk along an index from the cursor on, and never a count. */
export function pageQuery(workspaceId: string, query: CredentialListQuery, take: number): Prisma.Sql {
  const { sort = "newest" } = query;
  // The limit is part of the text: a plan for any limit would be one for a tenth of the table.
  return Prisma.sql`
    ${listed} FROM "Credential" c ${credentialRelations}
    WHERE ${conditionsOf(workspaceId, query)} ${searched(query)} ORDER BY ${orders[sort]} LIMIT ${Prisma.raw(String(take))}`;
}

/** The same among the next rows of the list alone. */
export function nearQuery(workspaceId: string, query: CredentialListQuery, take: number): Prisma.Sql {
  const { sort = "newest" } = query;
  const order = orders[sort];
  return Prisma.sql`
    ${listed} FROM (
      SELECT c.* FROM (
        SELECT c.* FROM "Credential" c WHERE ${conditionsOf(workspaceId, query)}
        ORDER BY ${order} LIMIT ${Prisma.raw(String(NEAR))}
      ) c WHERE true ${searched(query)} ORDER BY ${order} LIMIT ${Prisma.raw(String(take))}
    ) c ${credentialRelations} ORDER BY ${order}`;
}

/**
 * The query of one page of what an index finds and the order does not: all of it, and then in order. `found` ends one
 * past FEW: then a walk in order meets the next match soon, and finding all of them would take longer.
 */
export function foundQuery(workspaceId: string, query: CredentialListQuery, take: number): Prisma.Sql {
  const { q = "", sort = "newest" } = query;
  const order = orders[sort];
  const words = wordsOf(q);
  const columns = { workspaceId: Prisma.sql`c."workspaceId"`, text };
  const hits =
    words.length === 0
      ? dueCredentials(workspaceId, query, behind(query), FEW + 1)
      : Prisma.sql`
          SELECT c.* FROM "Credential" c WHERE ${conditionsOf(workspaceId, query)} ${searched(query)}
            AND ${hasGrams(columns, workspaceId, words)}`;
  return Prisma.sql`
    WITH "hits" AS (${hits}), "matches" AS MATERIALIZED (
      SELECT c."id", c."createdAt", c."nameKey", c."status" FROM "hits" c LIMIT ${FEW + 1}
    ), "places" AS MATERIALIZED (
      SELECT c."id", (count(*) OVER ())::int AS "found" FROM "matches" c ORDER BY ${order} LIMIT ${take}
    )
    ${listed}, place."found" FROM "places" place JOIN "Credential" c ON c."id" = place."id" ${credentialRelations}
    ORDER BY ${order}`;
}

async function findRows(workspaceId: string, query: CredentialListQuery, take: number) {
  const { q = "", rotation } = query;
  const isSearch = q.trim() !== "";
  if (isSearch && wordsOf(q).length === 0) return { rows: [] };
  const steps = {
    near: isSearch ? nearQuery(workspaceId, query, take) : undefined,
    hits: isSearch || rotation ? foundQuery(workspaceId, query, take) : undefined,
    page: pageQuery(workspaceId, query, take),
  };
  return findInSteps<ListedRow>(steps, take);
}

export type FoundPage = {
  credentials: CredentialDto[];
  after?: string;
  /** How many there are from here on, where that was found out by the way. */
  found?: number;
};

/** One page, and the cursor of its last row where more follow: known by reading one row more. */
export async function findCredentialPage(
  workspaceId: string,
  query: CredentialListQuery,
  size: number,
): Promise<FoundPage> {
  const { rows, found } = await findRows(workspaceId, query, size + 1);
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return {
    credentials: shown.map(toCredentialDto),
    ...(last ? { after: writePlace(query.sort ?? "newest", last) } : {}),
    ...(found === undefined ? {} : { found }),
  };
}

type Named = { id: string; name: string };
type OwnerRow = Named & { role: string; email: string };

const ownersQuery = (workspaceId: string, more = Prisma.empty) => Prisma.sql`
  SELECT m."role", u."id", u."name", u."email" ${more} FROM "Member" m JOIN "User" u ON u."id" = m."userId"
  WHERE m."workspaceId" = ${workspaceId} ORDER BY u."name"`;

function toOwners(members: OwnerRow[], roles?: readonly string[]): Named[] {
  const names = tellApart(members);
  return members
    .filter(({ role }) => !roles || roles.includes(role))
    .slice(0, MAX_OWNERS)
    .map(({ id, name }) => ({ id, name: names.get(id) ?? name }));
}

/** The members, by name; of certain roles where they are named. Told apart from all others, whatever their role. */
export async function listOwners(workspaceId: string, roles?: readonly string[]): Promise<Named[]> {
  return toOwners(await prepared<OwnerRow>(ownersQuery(workspaceId)), roles);
}

/** The connectors that there are credentials of, one step along their index for each, however many credentials it has. */
const typesInUse = (workspaceId: string) => Prisma.sql`(
  WITH RECURSIVE types AS (
    SELECT (SELECT min(c."connectorId") FROM "Credential" c
      WHERE c."workspaceId" = ${workspaceId} AND c."deletedAt" IS NULL) AS id
    UNION ALL
    SELECT (SELECT min(c."connectorId") FROM "Credential" c
      WHERE c."workspaceId" = ${workspaceId} AND c."deletedAt" IS NULL AND c."connectorId" > types.id)
    FROM types WHERE types.id IS NOT NULL
  ) SELECT coalesce(json_agg(types.id), '[]'::json) FROM types WHERE types.id IS NOT NULL)`;

/** The same, the filters that one of them saved of this list, and the connectors that it has credentials of. */
export async function listOwnersAndFilters(place: {
  workspaceId: string;
  userId: string;
}): Promise<{ owners: Named[]; saved: SavedFilterDto[]; connectorIds: string[] }> {
  const { workspaceId, userId } = place;
  const own = Prisma.sql`
    , CASE WHEN u."id" = ${userId} THEN ${savedFiltersColumn(place, "credentials")} END AS "saved"
    , CASE WHEN u."id" = ${userId} THEN ${typesInUse(workspaceId)} END AS "connectorIds"`;
  type Row = OwnerRow & { saved: SavedFilterDto[] | null; connectorIds: string[] | null };
  const rows = await prepared<Row>(ownersQuery(workspaceId, own));
  const mine = rows.find(({ saved }) => saved !== null);
  return { owners: toOwners(rows), saved: mine?.saved ?? [], connectorIds: mine?.connectorIds ?? [] };
}
