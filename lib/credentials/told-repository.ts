import "server-only";
import { prisma } from "@/lib/platform/database";
import type { Credential } from "@/prisma/generated/client";

/** What a notice may have told of. */
export type ToldOf = Pick<Credential, "id" | "status" | "valuesChangedAt" | "rotateBy">;

/** The state now of those that notices tell of; without those that were deleted since. */
export async function findToldOf(workspaceId: string, ids: string[]): Promise<Map<string, ToldOf>> {
  const rows = await (await prisma()).credential.findMany({
    where: { workspaceId, deletedAt: null, id: { in: ids } },
    select: { id: true, status: true, valuesChangedAt: true, rotateBy: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
