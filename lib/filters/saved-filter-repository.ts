import "server-only";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { randomId } from "@/lib/platform/random-id";
import { Prisma } from "@/prisma/generated/client";
import { FILTERS_MAX, type FilteredList, type SavedFilterDto } from "./saved-filter-dto";

/** Whose filters: a person's in a workspace. */
type Place = { workspaceId: string; userId: string };

/** By name, as they stand above the list. */
export async function listFilterRows({ workspaceId, userId }: Place, list: FilteredList): Promise<SavedFilterDto[]> {
  return (await prisma()).savedFilter.findMany({
    where: { workspaceId, userId, list },
    select: { id: true, name: true, query: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** The same as a column: of a statement that a list asks anyway, so that a page asks none for them. */
export const savedFiltersColumn = ({ workspaceId, userId }: Place, list: FilteredList): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', f."id", 'name', f."name", 'query', f."query")
    ORDER BY f."name", f."id"), '[]'::json)
  FROM "SavedFilter" f WHERE f."workspaceId" = ${workspaceId} AND f."userId" = ${userId} AND f."list" = ${list})`;

/** "full": there is no room for another one. "gone": the person is no member any more. */
export async function insertFilterRow(
  { workspaceId, userId }: Place,
  filter: { list: FilteredList; name: string; query: string },
): Promise<{ id: string } | "full" | "taken" | "gone"> {
  try {
    return await inTransaction(async (tx) => {
      // One at a time for each member: of two at once neither would see the other.
      const member = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM "Member" WHERE "workspaceId" = ${workspaceId} AND "userId" = ${userId} FOR UPDATE`;
      if (member.length === 0) return "gone";
      if ((await tx.savedFilter.count({ where: { workspaceId, userId } })) >= FILTERS_MAX) return "full";
      const data = { id: randomId(), workspaceId, userId, ...filter };
      return tx.savedFilter.create({ data, select: { id: true } });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    throw error;
  }
}

export async function renameFilterRow(
  { workspaceId, userId }: Place,
  { id, name }: { id: string; name: string },
): Promise<"renamed" | "gone" | "taken"> {
  try {
    const where = { id, workspaceId, userId };
    const { count } = await (await prisma()).savedFilter.updateMany({ where, data: { name } });
    return count > 0 ? "renamed" : "gone";
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    throw error;
  }
}

/** False where there is none, or it is someone else's. */
export async function deleteFilterRow({ workspaceId, userId }: Place, id: string): Promise<boolean> {
  return (await (await prisma()).savedFilter.deleteMany({ where: { id, workspaceId, userId } })).count > 0;
}
