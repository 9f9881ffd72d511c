import "server-only";
import { storeUse } from "@/lib/credentials/use-repository";
import { prisma, type Transaction } from "@/lib/platform/database";

/** Tells locked credentials how many data sources use them, after these changed. */
export async function countUse(tx: Transaction, workspaceId: string, credentialIds: string[]): Promise<void> {
  const where = { workspaceId, credentialId: { in: credentialIds } };
  const used = await tx.dataSource.groupBy({ by: ["credentialId"], where, _count: true });
  const counts = new Map(used.map(({ credentialId, _count }) => [credentialId, _count]));
  await storeUse(
    tx,
    workspaceId,
    credentialIds.map((credentialId) => ({ credentialId, count: counts.get(credentialId) ?? 0 })),
  );
}

const SOURCES_NAMED = 100;

/** The data sources that use a credential, the first by name. */
export async function listSourcesOf(
  workspaceId: string,
  credentialId: string,
): Promise<{ id: string; name: string }[]> {
  return (await prisma()).dataSource.findMany({
    where: { workspaceId, credentialId },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: SOURCES_NAMED,
  });
}
