import "server-only";
import { prisma } from "@/lib/platform/database";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

/** A connector of a workspace's own with its current version. */
export type OwnConnectorRow = {
  id: string;
  version: number;
  definition: string;
  isVerifiable: boolean;
  createdById: string;
  createdAt: Date;
  changedById: string;
  changedAt: Date;
  confirmedById: string | null;
  confirmedAt: Date | null;
};

const columns = Prisma.sql`o."id", o."version", v."definition", v."isVerifiable", o."createdById", o."createdAt",
  v."createdById" AS "changedById", v."createdAt" AS "changedAt", o."confirmedById", o."confirmedAt"`;

const current = (workspaceId: string) => Prisma.sql`
  FROM "OwnConnector" o JOIN "OwnConnectorVersion" v
    ON v."connectorId" = o."id" AND v."workspaceId" = o."workspaceId" AND v."number" = o."version"
  WHERE o."workspaceId" = ${workspaceId} AND v."workspaceId" = ${workspaceId}`;

export async function findOwnRow(workspaceId: string, id: string): Promise<OwnConnectorRow | undefined> {
  const [row] = await prepared<OwnConnectorRow>(
    Prisma.sql`SELECT ${columns} ${current(workspaceId)} AND o."id" = ${id}`,
  );
  return row;
}

/** All of a workspace, the oldest first. */
export async function listOwnRows(workspaceId: string): Promise<OwnConnectorRow[]> {
  return prepared<OwnConnectorRow>(
    Prisma.sql`SELECT ${columns} ${current(workspaceId)} ORDER BY o."createdAt", o."id"`,
  );
}

const versionColumns = {
  number: true,
  definition: true,
  isVerifiable: true,
  createdById: true,
  createdAt: true,
} as const;

/** Versions of one, the newest first; with `before`, those that came before that one. */
export async function listVersionRows(
  workspaceId: string,
  { id: connectorId, before, take }: { id: string; before: number | undefined; take: number },
) {
  return (await prisma()).ownConnectorVersion.findMany({
    where: { workspaceId, connectorId, ...(before === undefined ? {} : { number: { lt: before } }) },
    select: versionColumns,
    orderBy: { number: "desc" },
    take,
  });
}

/** The definition of a version, as it is stored. */
export async function findVersionText(workspaceId: string, id: string, number: number): Promise<string | undefined> {
  const row = await (await prisma()).ownConnectorVersion.findFirst({
    where: { workspaceId, connectorId: id, number },
    select: { definition: true },
  });
  return row?.definition;
}

/** What a write rests on that was made for a version: that it is still the one in use. Held until the transaction ends. */
export const stillVersion = (workspaceId: string, id: string, version: number): Prisma.Sql => Prisma.sql`
  SELECT 1 FROM "OwnConnector" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} AND "version" = ${version} FOR SHARE`;
