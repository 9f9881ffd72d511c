import "server-only";
import { prisma } from "@/lib/platform/database";
import { Prisma } from "@/prisma/generated/client";
import type { CredentialListQuery, CredentialPageDto, CredentialSort } from "./credential-dto";
import { listCredentialRowsById } from "./credential-repository";

const UNUSED_DAYS = 90;
const MAX_OWNERS = 200;

const orders: Record<CredentialSort, Prisma.Sql> = {
  newest: Prisma.sql`"createdAt" DESC, "id" DESC`,
  oldest: Prisma.sql`"createdAt" ASC, "id" ASC`,
  // Unique in a workspace, so that it needs nothing beside it.
  name: Prisma.sql`"nameKey" ASC`,
};

type Key = { id: string; at: string; nameKey: string };

/** The place of a row in its order: it holds also when the row is gone. */
function toCursor(sort: CredentialSort, { id, at, nameKey }: Key): string {
  return Buffer.from(JSON.stringify(sort === "name" ? [nameKey] : [at, id])).toString("base64url");
}

/** Nothing where it is not a cursor of this order: the list then begins at its beginning. */
function afterCursor(sort: CredentialSort, cursor: string): Prisma.Sql[] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return [];
  }
  const isText = (part: unknown): part is string => typeof part === "string" && !part.includes("\0");
  if (!Array.isArray(parts) || !parts.every(isText)) return [];
  const [first, id] = parts;
  if (first === undefined) return [];
  if (sort === "name") return id === undefined ? [Prisma.sql`"nameKey" > ${first}`] : [];
  if (id === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/.test(first) || !Date.parse(`${first}Z`)) return [];
  const place = Prisma.sql`(${first}::timestamp(3), ${id})`;
  return sort === "newest"
    ? [Prisma.sql`("createdAt", "id") < ${place}`]
    : [Prisma.sql`("createdAt", "id") > ${place}`];
}

/** The words of a search as a tsquery of prefixes: letters, digits and marks only, so that nothing is an operator. */
function toPrefixes(q: string): string | undefined {
  const words = q
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return words
    ?.slice(0, 10)
    .map((word) => `${word}:*`)
    .join(" & ");
}

function search(q: string): Prisma.Sql {
  const prefixes = toPrefixes(q);
  if (!prefixes) return Prisma.sql`false`;
  return Prisma.sql`to_tsvector('simple', translate(lower(normalize("name" || ' ' || "description", NFKC)), './-_@:', '      '))
    @@ to_tsquery('simple', ${prefixes})`;
}

/** The query of one page: a walk along an index from the cursor on, and never a count. */
export function pageQuery(workspaceId: string, query: CredentialListQuery, take: number): Prisma.Sql {
  const { q, connectorId, status, ownerId, unused, sort, after } = query;
  const unusedBefore = new Date(Date.now() - UNUSED_DAYS * 86_400_000).toISOString().slice(0, -1);
  const conditions = [
    Prisma.sql`"workspaceId" = ${workspaceId}`,
    ...(connectorId ? [Prisma.sql`"connectorId" = ${connectorId}`] : []),
    ...(status ? [Prisma.sql`"status" = ${status}::"CredentialStatus"`] : []),
    ...(ownerId ? [Prisma.sql`"ownerId" = ${ownerId}`] : []),
    ...(unused ? [Prisma.sql`"unusedSince" <= ${unusedBefore}::timestamp(3)`] : []),
    ...(q?.trim() ? [search(q)] : []),
    ...(after ? afterCursor(sort, after) : []),
  ];
  return Prisma.sql`
    SELECT "id", "nameKey", to_char("createdAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS') AS "at" FROM "Credential"
    WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${orders[sort]} LIMIT ${take}`;
}

/** One page, and the cursor of its last row where more follow: known by reading one row more. */
export async function findCredentialPage(
  workspaceId: string,
  query: CredentialListQuery,
  size: number,
): Promise<CredentialPageDto> {
  const keys = await (await prisma()).$queryRaw<Key[]>(pageQuery(workspaceId, query, size + 1));
  const shown = keys.slice(0, size);
  const last = shown.at(-1);
  return {
    credentials: await listCredentialRowsById(
      workspaceId,
      shown.map(({ id }) => id),
    ),
    ...(keys.length > size && last ? { after: toCursor(query.sort, last) } : {}),
  };
}

/** Who may own a credential: the members, by name. */
export async function listOwners(workspaceId: string): Promise<{ id: string; name: string }[]> {
  const members = await (await prisma()).member.findMany({
    where: { organizationId: workspaceId },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { user: { name: "asc" } },
    take: MAX_OWNERS,
  });
  return members.map(({ user }) => user);
}
