import "server-only";
import { shownValues } from "@/lib/connectors/plain-values";
import { activePlainValues, plainValuesOf } from "@/lib/credentials/values/active-plain-values";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { prisma } from "@/lib/platform/database";
import { credentialSearchText } from "./credential-search-text";

const AT_A_TIME = 200;

/**
 * Makes the search text of rows that have none: those from before there was one. One that is edited meanwhile gets it
 * from there.
 */
export async function storeMissingSearchTexts(signal: AbortSignal): Promise<number> {
  const client = await prisma();
  let filled = 0;
  while (!signal.aborted) {
    const rows = await client.credential.findMany({
      where: { searchText: null },
      select: {
        id: true,
        workspaceId: true,
        connectorId: true,
        name: true,
        description: true,
        versions: activePlainValues,
      },
      take: AT_A_TIME,
    });
    if (rows.length === 0) break;
    const ids = rows.map(({ id }) => id);
    const texts = await Promise.all(
      rows.map(async (row) => {
        const connector = await connectorIn(row.workspaceId, row.connectorId);
        return credentialSearchText(row, shownValues(connector, plainValuesOf(row)));
      }),
    );
    await client.$executeRaw`
      UPDATE "Credential" SET "searchText" = made."text"
      FROM unnest(${ids}::text[], ${texts}::text[]) AS made("id", "text")
      WHERE "Credential"."id" = made."id" AND "searchText" IS NULL`;
    filled += rows.length;
  }
  return filled;
}
