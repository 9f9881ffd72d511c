import "server-only";
import { prisma } from "@/lib/platform/database";
import { lookKey } from "@/lib/platform/name-keys";
import { Prisma } from "@/prisma/generated/client";

const AT_A_TIME = 200;

/**
 * Makes the look key of rows that have none, oldest first. Of names that look alike already only the first gets it; the
 * others keep their names under a key that nothing else can have, until someone renames them.
 */
export async function storeMissingLookKeys(table: "Credential" | "DataSource", signal: AbortSignal): Promise<void> {
  const client = await prisma();
  const name = Prisma.raw(`"${table}"`);
  const living = table === "Credential" ? Prisma.sql`AND "deletedAt" IS NULL` : Prisma.empty;
  while (!signal.aborted) {
    const rows = await client.$queryRaw<{ id: string; name: string }[]>`
      SELECT "id", "name" FROM ${name} WHERE "lookKey" IS NULL ${living}
      ORDER BY "createdAt", "id" LIMIT ${AT_A_TIME}`;
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    const keys = rows.map((row) => lookKey(row.name));
    await client.$executeRaw`
      UPDATE ${name} AS row
      SET "lookKey" = CASE
        WHEN made."turn" > 1 OR EXISTS (
          SELECT FROM ${name} AS other WHERE other."workspaceId" = row."workspaceId" AND other."lookKey" = made."key"
        ) THEN 'twin ' || row."id" ELSE made."key" END
      FROM (
        SELECT one."id", given."key",
          row_number() OVER (PARTITION BY one."workspaceId", given."key" ORDER BY one."createdAt", one."id") AS "turn"
        FROM unnest(${ids}::text[], ${keys}::text[]) AS given("id", "key") JOIN ${name} AS one ON one."id" = given."id"
      ) AS made
      WHERE row."id" = made."id" AND row."lookKey" IS NULL`;
  }
}
