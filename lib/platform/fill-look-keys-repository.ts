import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { prisma } from "./database";
import { lookKey } from "./name-keys";

const AT_A_TIME = 200;

/**
 * Makes the look key of a table's rows that have none, oldest first; `living` tells which may have one. Of names that
 * look alike already only the first gets it; the others keep their names under a key that nothing else can have, until
 * someone renames them.
 */
export async function fillLookKeysOf(table: Prisma.Sql, living: Prisma.Sql, signal: AbortSignal): Promise<void> {
  const client = await prisma();
  while (!signal.aborted) {
    const rows = await client.$queryRaw<{ id: string; name: string }[]>`
      SELECT "id", "name" FROM ${table} WHERE "lookKey" IS NULL AND ${living}
      ORDER BY "createdAt", "id" LIMIT ${AT_A_TIME}`;
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    const keys = rows.map((row) => lookKey(row.name));
    await client.$executeRaw`
      UPDATE ${table} AS row
      SET "lookKey" = CASE
        WHEN made."turn" > 1 OR EXISTS (
          SELECT FROM ${table} AS other WHERE other."workspaceId" = row."workspaceId" AND other."lookKey" = made."key"
        ) THEN 'twin ' || row."id" ELSE made."key" END
      FROM (
        SELECT one."id", given."key",
          row_number() OVER (PARTITION BY one."workspaceId", given."key" ORDER BY one."createdAt", one."id") AS "turn"
        FROM unnest(${ids}::text[], ${keys}::text[]) AS given("id", "key") JOIN ${table} AS one ON one."id" = given."id"
      ) AS made
      WHERE row."id" = made."id" AND row."lookKey" IS NULL`;
  }
}
