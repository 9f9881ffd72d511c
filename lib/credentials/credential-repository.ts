import "server-only";
import type { CheckDto, VerificationOutcome } from "@/lib/checks/verification-dto";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isForeignKeyViolation, isUniqueViolation } from "@/lib/platform/database-errors";
import type { CredentialStatus } from "@/prisma/generated/client";
import { findRecentChecks } from "./check-repository";
import type { CredentialDetailsDto, CredentialDto } from "./credential-dto";

const columns = {
  id: true,
  connectorId: true,
  name: true,
  description: true,
  status: true,
  outcome: true,
  checkedAt: true,
  verifiedAt: true,
  failedAt: true,
  createdAt: true,
  revision: true,
  owner: { select: { name: true } },
  _count: { select: { dataSources: true } },
} as const;

type Row = {
  id: string;
  connectorId: string;
  name: string;
  description: string;
  status: CredentialStatus;
  outcome: string | null;
  checkedAt: Date | null;
  verifiedAt: Date | null;
  failedAt: Date | null;
  createdAt: Date;
  revision: number;
  owner: { name: string };
  _count: { dataSources: number };
};

export function toCredentialDto(row: Row, recentChecks: CheckDto[] = []): CredentialDto {
  return {
    id: row.id,
    connectorId: row.connectorId,
    name: row.name,
    description: row.description,
    ownerName: row.owner.name,
    status: row.status,
    ...(row.outcome === null ? {} : { outcome: row.outcome as VerificationOutcome }),
    ...(row.checkedAt === null ? {} : { checkedAt: row.checkedAt.toISOString() }),
    ...(row.verifiedAt === null ? {} : { verifiedAt: row.verifiedAt.toISOString() }),
    ...(row.failedAt === null ? {} : { failedAt: row.failedAt.toISOString() }),
    recentChecks,
    createdAt: row.createdAt.toISOString(),
    usedBy: row._count.dataSources,
    revision: row.revision,
  };
}

/** The named credentials, in that order; those of another workspace are left out. */
export async function listCredentialRowsById(workspaceId: string, ids: string[]): Promise<CredentialDto[]> {
  const client = await prisma();
  const { _count, ...plain } = columns;
  const [rows, checks, uses] = await Promise.all([
    client.credential.findMany({ where: { workspaceId, id: { in: ids } }, select: plain }),
    findRecentChecks(ids),
    // For these rows only: a count in the select above would be taken over the sources of everyone.
    client.dataSource.groupBy({ by: ["credentialId"], where: { credentialId: { in: ids } }, _count: true }),
  ]);
  const usedBy = new Map(uses.map(({ credentialId, _count: count }) => [credentialId, count]));
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    return row ? [toCredentialDto({ ...row, _count: { dataSources: usedBy.get(id) ?? 0 } }, checks.get(id))] : [];
  });
}

export async function findCredentialRow(workspaceId: string, id: string): Promise<CredentialDetailsDto | undefined> {
  const row = await (await prisma()).credential.findFirst({
    where: { id, workspaceId },
    select: {
      ...columns,
      activeVersion: true,
      dataSources: { select: { id: true, name: true }, orderBy: { name: "asc" }, take: 100 },
      versions: { select: { createdAt: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  if (!row) return undefined;
  return {
    ...toCredentialDto(row, (await findRecentChecks([id])).get(id)),
    dataSources: row.dataSources,
    version: row.activeVersion,
    valuesChangedAt: (row.versions[0]?.createdAt ?? row.createdAt).toISOString(),
  };
}

export async function findCredentialByForm(workspaceId: string, formId: string): Promise<CredentialDto | undefined> {
  const row = await (await prisma()).credential.findUnique({
    where: { workspaceId_formId: { workspaceId, formId } },
    select: columns,
  });
  return row ? toCredentialDto(row, (await findRecentChecks([row.id])).get(row.id)) : undefined;
}

export async function isNameTaken(workspaceId: string, key: string): Promise<boolean> {
  const row = await (await prisma()).credential.findUnique({
    where: { workspaceId_nameKey: { workspaceId, nameKey: key } },
    select: { id: true },
  });
  return row !== null;
}

/** Who changes which credential. */
export type Change = { peer: string | undefined; actorId: string; workspaceId: string; credentialId: string };

export type UpdateResult = "updated" | "name-taken" | "changed-meanwhile";

export async function updateCredentialRow(
  { workspaceId, credentialId, actorId, peer }: Change,
  change: { revision: number; name: string; nameKey: string; description: string; fields: string[] },
): Promise<UpdateResult> {
  const { revision, fields, ...data } = change;
  try {
    return await inTransaction(async (tx) => {
      const { count } = await tx.credential.updateMany({
        where: { id: credentialId, workspaceId, revision },
        data: { ...data, revision: { increment: 1 } },
      });
      if (count === 0) return "changed-meanwhile";
      await recordAudit(tx, {
        workspaceId,
        actorId,
        action: "credential.edited",
        subjectId: credentialId,
        subjectName: data.name,
        fields,
        peer,
      });
      return "updated";
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "name-taken";
    throw error;
  }
}

/** Deletes the row and every sealed version. False where a data source uses it: the database itself refuses. */
export async function deleteCredentialRow(
  { workspaceId, credentialId, actorId, peer }: Change,
  name: string,
): Promise<boolean> {
  try {
    await inTransaction(async (tx) => {
      const { count } = await tx.credential.deleteMany({ where: { id: credentialId, workspaceId } });
      if (count === 0) return;
      await recordAudit(tx, {
        workspaceId,
        actorId,
        action: "credential.deleted",
        subjectId: credentialId,
        subjectName: name,
        peer,
      });
    });
    return true;
  } catch (error) {
    if (isForeignKeyViolation(error)) return false;
    throw error;
  }
}
