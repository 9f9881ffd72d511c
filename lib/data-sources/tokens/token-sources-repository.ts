import "server-only";
import { prisma } from "@/lib/platform/database";

type Named = { id: string; name: string };

/** Those of these ids that are data sources of the workspace. */
export async function findSourcesNamed(workspaceId: string, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  return (await prisma()).dataSource.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
    orderBy: [{ nameKey: "asc" }, { id: "asc" }],
  });
}

/** The first of a workspace's data sources by name. */
export async function listSourcesByName(workspaceId: string, take: number): Promise<Named[]> {
  return (await prisma()).dataSource.findMany({
    where: { workspaceId },
    select: { id: true, name: true },
    orderBy: [{ nameKey: "asc" }, { id: "asc" }],
    take,
  });
}
