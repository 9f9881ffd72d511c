import "server-only";
import { prisma } from "@/lib/platform/database";
import { searchText } from "@/lib/platform/search-words";

const AT_A_TIME = 200;

/** Makes the search text of data sources from before there was one. One that is renamed meanwhile gets it from there. */
export async function storeMissingSourceSearchTexts(signal: AbortSignal): Promise<void> {
  const client = await prisma();
  while (!signal.aborted) {
    const rows = await client.dataSource.findMany({
      where: { searchText: null },
      select: { id: true, name: true },
      take: AT_A_TIME,
    });
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    const texts = rows.map(({ name }) => searchText([name]));
    await client.$executeRaw`
      UPDATE "DataSource" SET "searchText" = made."text"
      FROM unnest(${ids}::text[], ${texts}::text[]) AS made("id", "text")
      WHERE "DataSource"."id" = made."id" AND "searchText" IS NULL`;
  }
}
