import type { Member } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";

/** Many rows of a workspace at once, as the product would have stored them one by one. */
export async function insertCredentials({ workspaceId, userId }: Member, prefix: string, count: number, more = {}) {
  const row = { connectorId: "clari-copilot", ownerId: userId, status: "VERIFIED" as const, workspaceId, ...more };
  const names = Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(5, "0")}`);
  await (await prisma()).credential.createMany({
    data: names.map((id) => ({ id, name: id, nameKey: `${workspaceId} ${id}`, formId: id, ...row })),
  });
  return names;
}

export async function insertSource({ workspaceId, userId }: Member, id: string, credentialId: string) {
  const names = { id, name: id, nameKey: id, lookKey: id, formId: id };
  const what = { connectorId: "clari-copilot", endpointId: "users", parameters: {} };
  await (await prisma()).dataSource.create({
    data: { ...names, ...what, workspaceId, credentialId, createdById: userId },
    select: { id: true },
  });
}

export async function insertReads({ workspaceId, userId }: Member, dataSourceId: string, reads: object[]) {
  const what = {
    connectorId: "clari-copilot",
    endpointId: "users",
    asks: "",
    door: "json",
    state: "COMPLETE" as const,
  };
  await (await prisma()).read.createMany({
    data: reads.map((more, index) => ({
      id: `${dataSourceId}-${index}`,
      workspaceId,
      dataSourceId,
      credentialId: "",
      actorId: userId,
      ...what,
      ...more,
    })),
  });
}

/** So many reads, one every quarter of an hour back from then. */
export async function insertManyReads({ workspaceId, userId }: Member, dataSourceId: string, count: number, now: Date) {
  await (await prisma()).$executeRaw`
    INSERT INTO "Read" ("id", "workspaceId", "dataSourceId", "credentialId", "connectorId", "endpointId", "actorId",
      "asks", "door", "state", "requests", "startedAt")
    SELECT ${dataSourceId} || '-many-' || n, ${workspaceId}, ${dataSourceId}, '', 'clari-copilot', 'users', ${userId},
      '', 'json', 'COMPLETE', 1, ${now}::timestamp - n * interval '15 minutes'
    FROM generate_series(1, ${count}::int) AS n`;
}
