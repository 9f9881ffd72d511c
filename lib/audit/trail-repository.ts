import "server-only";
import { prisma } from "@/lib/platform/database";
import type { ChainedEvent } from "./audit-chain";

export type TrailHead = { seq: bigint; hash: string };

/** The last event that the trail is known to have had; undefined where it never had one. */
export async function findHead(workspaceId: string): Promise<TrailHead | undefined> {
  const row = await (await prisma()).auditHead.findUnique({
    where: { workspaceId },
    select: { seq: true, hash: true },
  });
  return row ?? undefined;
}

/** Up to `take` events after the number `after`, in the order of the chain. */
export async function readChain(
  workspaceId: string,
  { after, until, take }: { after: bigint; until: bigint; take: number },
): Promise<ChainedEvent[]> {
  return (await prisma()).$queryRaw<ChainedEvent[]>`
    SELECT "seq", "previousHash", "hash", "workspaceId", "id", "at", "actorId", "action", "subjectId", "subjectName",
      "fields", "result", "peer"
    FROM "AuditEvent" WHERE "workspaceId" = ${workspaceId} AND "seq" > ${after} AND "seq" <= ${until}
    ORDER BY "seq" LIMIT ${take}`;
}

/** The number of an event that lies outside of what the head tells of: one that was put in past the chain. */
export async function findStray(workspaceId: string): Promise<bigint | undefined> {
  // One statement, so that events written at this moment and their head are seen together.
  const [row] = await (await prisma()).$queryRaw<{ seq: bigint }[]>`
    SELECT "seq" FROM (
      (SELECT "seq" FROM "AuditEvent" WHERE "workspaceId" = ${workspaceId} ORDER BY "seq" LIMIT 1)
      UNION ALL
      (SELECT "seq" FROM "AuditEvent" WHERE "workspaceId" = ${workspaceId} ORDER BY "seq" DESC LIMIT 1)
    ) "ends" WHERE "seq" < 1
      OR "seq" > coalesce((SELECT "seq" FROM "AuditHead" WHERE "workspaceId" = ${workspaceId}), 0)
    ORDER BY "seq" LIMIT 1`;
  return row?.seq;
}

/** The workspaces of this installation, for the command line. */
export async function listTrails(): Promise<{ id: string; name: string }[]> {
  return (await prisma()).workspace.findMany({
    select: { id: true, name: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
