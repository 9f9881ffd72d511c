import "server-only";
import { COUNTED_MAX } from "@/lib/credentials/credential-dto";
import { momentOf } from "@/lib/credentials/list/list-place";
import type { SavedFilterDto } from "@/lib/filters/saved-filter-dto";
import { savedFiltersColumn } from "@/lib/filters/saved-filter-repository";
import { type ListPlace, readCursor, writeCursor } from "@/lib/platform/list-cursor";
import { FEW, findInSteps, NEAR } from "@/lib/platform/list-steps-repository";
import { prepared } from "@/lib/platform/prepared";
import { containsWords, hasGrams, wordsOf } from "@/lib/platform/search-repository";
import { Prisma } from "@/prisma/generated/client";
import type { DataSourceCountsDto, DataSourceListQuery, DataSourcePageDto, DataSourceSort } from "./data-source-dto";
import { sourceCursorKind } from "./data-source-list-schema";
import { type DataSourceRow, toDataSourceDto } from "./data-source-repository";

const orders: Record<DataSourceSort, Prisma.Sql> = {
  newest: Prisma.sql`d."createdAt" DESC, d."id" DESC`,
  oldest: Prisma.sql`d."createdAt" ASC, d."id" ASC`,
  // Unique in a workspace, so that it needs nothing beside it.
  name: Prisma.sql`d."nameKey" ASC`,
};

function afterPlace(sort: DataSourceSort, { key, id }: ListPlace): Prisma.Sql {
  if (sort === "name") return Prisma.sql`d."nameKey" > ${key}`;
  return sort === "newest"
    ? Prisma.sql`(d."createdAt", d."id") < (${key}::timestamp(3), ${id})`
    : Prisma.sql`(d."createdAt", d."id") > (${key}::timestamp(3), ${id})`;
}

/** Whose sources, and which of them: those that a token is for, or all. */
export type SourcesOf = { workspaceId: string; among: readonly string[] | "every" };

/** All but the search. Of the credential only its status is looked at, through `c`. */
function conditionsOf({ workspaceId, among }: SourcesOf, query: DataSourceListQuery): Prisma.Sql {
  const { connectorId, credentialId, status, sort = "newest", after } = query;
  const place = after === undefined ? undefined : readCursor(after, sourceCursorKind(sort));
  const conditions = [
    Prisma.sql`d."workspaceId" = ${workspaceId}`,
    ...(among === "every" ? [] : [Prisma.sql`d."id" = ANY(${[...among]}::text[])`]),
    ...(connectorId ? [Prisma.sql`d."connectorId" = ${connectorId}`] : []),
    ...(credentialId ? [Prisma.sql`d."credentialId" = ${credentialId}`] : []),
    ...(status ? [Prisma.sql`c."status" = ${status}::"CredentialStatus" AND c."workspaceId" = ${workspaceId}`] : []),
    ...(place ? [afterPlace(sort, place)] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

const text = Prisma.sql`d."searchText"`;
const searched = ({ q = "" }: DataSourceListQuery) => {
  const words = wordsOf(q);
  return words.length === 0 ? Prisma.empty : Prisma.sql`AND ${containsWords(text, words)}`;
};

type ListedRow = DataSourceRow & { nameKey: string };
const listed = Prisma.sql`
  SELECT d."id", d."name", d."nameKey", d."connectorId", d."endpointId", d."parameters", d."createdAt", d."revision",
    c."id" AS "credentialId", c."name" AS "credentialName", c."status"::text AS "status", c."outcome", c."verifiedAt",
    c."failedAt", creator."name" AS "createdByName"`;
const withCredential = Prisma.sql`JOIN "Credential" c ON c."id" = d."credentialId"`;
const withCreator = Prisma.sql`JOIN "User" creator ON creator."id" = d."createdById"`;
const at = (most: number) => Prisma.raw(String(most));

/** The query of one page: a walk along an index from the cursor on. */
export function sourcePageQuery(of: SourcesOf, query: DataSourceListQuery, take: number): Prisma.Sql {
  return Prisma.sql`
    ${listed} FROM "DataSource" d ${withCredential} ${withCreator}
    WHERE ${conditionsOf(of, query)} ${searched(query)}
    ORDER BY ${orders[query.sort ?? "newest"]} LIMIT ${at(take)}`;
}

/** The same among the next rows of the list alone. */
export function nearSourcesQuery(of: SourcesOf, query: DataSourceListQuery, take: number): Prisma.Sql {
  const order = orders[query.sort ?? "newest"];
  return Prisma.sql`
    ${listed} FROM (
      SELECT d.* FROM (
        SELECT d.* FROM "DataSource" d ${query.status ? withCredential : Prisma.empty}
        WHERE ${conditionsOf(of, query)} ORDER BY ${order} LIMIT ${at(NEAR)}
      ) d WHERE true ${searched(query)} ORDER BY ${order} LIMIT ${at(take)}
    ) d ${withCredential} ${withCreator} ORDER BY ${order}`;
}

/** The query of one page of what an index finds and the order does not: words, or credentials of a status. */
export function foundSourcesQuery(of: SourcesOf, query: DataSourceListQuery, take: number): Prisma.Sql {
  const { q = "", sort = "newest" } = query;
  const words = wordsOf(q);
  const columns = { workspaceId: Prisma.sql`d."workspaceId"`, text };
  const grams = words.length === 0 ? Prisma.empty : Prisma.sql`AND ${hasGrams(columns, of.workspaceId, words)}`;
  return Prisma.sql`
    WITH "matches" AS MATERIALIZED (
      SELECT d."id", d."createdAt", d."nameKey" FROM "DataSource" d ${query.status ? withCredential : Prisma.empty}
      WHERE ${conditionsOf(of, query)} ${searched(query)} ${grams} LIMIT ${FEW + 1}
    ), "places" AS MATERIALIZED (
      SELECT d."id", (count(*) OVER ())::int AS "found" FROM "matches" d ORDER BY ${orders[sort]} LIMIT ${take}
    )
    ${listed}, place."found" FROM "places" place
    JOIN "DataSource" d ON d."id" = place."id" AND d."workspaceId" = ${of.workspaceId} ${withCredential} ${withCreator}
    ORDER BY ${orders[sort]}`;
}

async function findRows(of: SourcesOf, query: DataSourceListQuery, take: number) {
  const { q = "", status } = query;
  const isSearch = q.trim() !== "";
  if (isSearch && wordsOf(q).length === 0) return { rows: [] };
  const steps = {
    near: isSearch || status ? nearSourcesQuery(of, query, take) : undefined,
    hits: isSearch || status ? foundSourcesQuery(of, query, take) : undefined,
    page: sourcePageQuery(of, query, take),
  };
  return findInSteps<ListedRow>(steps, take);
}

/** One page, and the cursor of its last row where more follow: known by reading one row more. */
export async function findDataSourcePage(
  of: SourcesOf,
  query: DataSourceListQuery,
  size: number,
): Promise<DataSourcePageDto> {
  const { rows, found } = await findRows(of, query, size + 1);
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  const key = last && (query.sort === "name" ? last.nameKey : momentOf(last.createdAt));
  return {
    dataSources: shown.map(toDataSourceDto),
    ...(last && key !== undefined ? { after: writeCursor({ key, id: last.id }) } : {}),
    ...(found === undefined ? {} : { found }),
  };
}

/** How many there are, and how many whose credential needs attention, each up to one more than `COUNTED_MAX`. */
function tabCounts(workspaceId: string): Prisma.Sql {
  const most = at(COUNTED_MAX + 1);
  const usedBy = (status: string) => Prisma.sql`(
    SELECT least(COALESCE(sum("sourceCount"), 0), ${most}) FROM (
      SELECT c."sourceCount" FROM "Credential" c
      WHERE c."workspaceId" = ${workspaceId} AND c."deletedAt" IS NULL
        AND c."status" = ${Prisma.raw(`'${status}'`)} ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${most}
    ) AS bounded)::int`;
  return Prisma.sql`(SELECT count(*) FROM (
      SELECT FROM "DataSource" d WHERE d."workspaceId" = ${workspaceId}
      ORDER BY d."createdAt" DESC, d."id" DESC LIMIT ${most}) AS bounded)::int AS "all",
      ${usedBy("FAILED")} AS "attention", ${usedBy("UNVERIFIED")} AS "unverified"`;
}

const NONE: Readonly<DataSourceCountsDto> = { all: 0, attention: 0, unverified: 0 };

export async function countSourceTabs(workspaceId: string): Promise<DataSourceCountsDto> {
  const [counts] = await prepared<DataSourceCountsDto>(Prisma.sql`SELECT ${tabCounts(workspaceId)}`);
  return counts ?? NONE;
}

/** The same, and the filters that someone saved of this list. */
export async function countSourceTabsWithFilters(place: {
  workspaceId: string;
  userId: string;
}): Promise<{ counts: DataSourceCountsDto; saved: SavedFilterDto[] }> {
  const [row] = await prepared<DataSourceCountsDto & { saved: SavedFilterDto[] }>(Prisma.sql`
    SELECT ${tabCounts(place.workspaceId)}, ${savedFiltersColumn(place, "data-sources")} AS "saved"`);
  if (!row) return { counts: NONE, saved: [] };
  const { saved, ...counts } = row;
  return { counts, saved };
}
