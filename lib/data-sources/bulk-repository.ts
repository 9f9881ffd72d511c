import "server-only";
import type { UsedCredential } from "@/lib/credentials/list/bulk-dto";
import { prisma } from "@/lib/platform/database";

const SOURCES_NAMED = 5;

/** The named credentials that are there, by name, with what uses them. */
export async function findUses(workspaceId: string, ids: string[]): Promise<UsedCredential[]> {
  return (await prisma()).$queryRaw<UsedCredential[]>`
    SELECT c."id", c."name", c."sourceCount" AS "usedBy",
      coalesce((
        SELECT json_agg(json_build_object('id', s."id", 'name', s."name") ORDER BY s."name", s."id")
        FROM (
          SELECT "id", "name" FROM "DataSource" WHERE "credentialId" = c."id" ORDER BY "name", "id" LIMIT ${SOURCES_NAMED}
        ) s
      ), '[]') AS "dataSources"
    FROM "Credential" c
    WHERE c."workspaceId" = ${workspaceId} AND c."deletedAt" IS NULL AND c."id" = ANY(${ids})
    ORDER BY c."nameKey"`;
}
