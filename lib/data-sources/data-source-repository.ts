import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import type { ParameterValues } from "@/lib/connectors/connector";
import { isUnreadable } from "@/lib/credentials/credential-row-repository";
import { lockCredentials } from "@/lib/credentials/use-repository";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isForeignKeyViolation, isUniqueViolation } from "@/lib/platform/database-errors";
import { cutPage, type MomentPage, placeOf } from "@/lib/platform/moment-page";
import type { NameKeys } from "@/lib/platform/name-keys";
import type { Prisma } from "@/prisma/generated/client";
import type { DataSourceDto, DataSourcePageDto } from "./data-source-dto";
import { countUse } from "./use-repository";

const columns = {
  id: true,
  name: true,
  connectorId: true,
  endpointId: true,
  parameters: true,
  createdAt: true,
  revision: true,
  credential: { select: { id: true, name: true, status: true, outcome: true, verifiedAt: true, failedAt: true } },
  createdBy: { select: { name: true } },
} as const;

type Row = Prisma.DataSourceGetPayload<{ select: typeof columns }>;

function toDto({ createdAt, createdBy, parameters, credential, ...row }: Row): DataSourceDto {
  const { verifiedAt, failedAt, outcome: _, ...reference } = credential;
  return {
    ...row,
    credential: {
      ...reference,
      ...(verifiedAt === null ? {} : { verifiedAt: verifiedAt.toISOString() }),
      ...(failedAt === null ? {} : { failedAt: failedAt.toISOString() }),
      ...(isUnreadable(credential) ? { unreadable: true } : {}),
    },
    parameters: parameters as ParameterValues,
    createdByName: createdBy.name,
    createdAt: createdAt.toISOString(),
  };
}

/** A page of a workspace's data sources, the newest first. */
export async function listDataSourceRows(workspaceId: string, page: MomentPage, size = 50): Promise<DataSourcePageDto> {
  const place = placeOf(page);
  const rows = await (await prisma()).dataSource.findMany({
    where: {
      workspaceId,
      ...(place ? { OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }] } : {}),
    },
    select: columns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  const { shown, ...next } = cutPage(rows, size, ({ createdAt }) => createdAt);
  return { dataSources: shown.map(toDto), ...next };
}

export async function findDataSourceRow(workspaceId: string, id: string): Promise<DataSourceDto | undefined> {
  const row = await (await prisma()).dataSource.findFirst({ where: { id, workspaceId }, select: columns });
  return row ? toDto(row) : undefined;
}

export async function findDataSourceByForm(workspaceId: string, formId: string): Promise<DataSourceDto | undefined> {
  const row = await (await prisma()).dataSource.findUnique({
    where: { workspaceId_formId: { workspaceId, formId } },
    select: columns,
  });
  return row ? toDto(row) : undefined;
}

export type NewDataSource = {
  id: string;
  connectorId: string;
  credentialId: string;
  name: string;
  nameKey: string;
  lookKey: string;
  endpointId: string;
  parameters: ParameterValues;
  formId: string;
};

/**
 * "taken": its name or its form's id exists. "credential-gone": deleted since it was looked at. "credential-refused": no
 * longer verified.
 */
export async function insertDataSource(
  actor: Actor,
  source: NewDataSource,
): Promise<"inserted" | "taken" | "credential-gone" | "credential-refused"> {
  const { workspaceId, userId: actorId, peer } = actor;
  const { credentialId } = source;
  try {
    return await inTransactionOf(actor, "data-source:create", async (tx) => {
      // Deleting locks the row too and then looks for sources: one of both comes first and is seen by the other.
      const [credential] = await lockCredentials(tx, workspaceId, [credentialId]);
      if (!credential) return "credential-gone";
      if (credential.status !== "VERIFIED") return "credential-refused";
      await tx.dataSource.create({ data: { ...source, workspaceId, createdById: actorId }, select: { id: true } });
      await countUse(tx, workspaceId, [credentialId]);
      const created = { action: "data-source.created" as const, subjectId: source.id, subjectName: source.name };
      const used = { action: "credential.used" as const, subjectId: credentialId, subjectName: credential.name };
      await recordAudit(tx, { workspaceId, actorId, ...created, peer });
      await recordAudit(tx, { workspaceId, actorId, ...used, peer });
      return "inserted";
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    if (isForeignKeyViolation(error)) return "credential-gone";
    throw error;
  }
}

type DataSourceChanger = { workspaceId: string; dataSourceId: string; actorId: string; peer: string | undefined };

export async function renameDataSourceRow(
  { workspaceId, dataSourceId, actorId, peer }: DataSourceChanger,
  { revision, ...names }: { revision: number; name: string } & NameKeys,
): Promise<"renamed" | "taken" | "changed-meanwhile"> {
  try {
    return await inTransaction(async (tx) => {
      const { count } = await tx.dataSource.updateMany({
        where: { id: dataSourceId, workspaceId, revision },
        data: { ...names, revision: { increment: 1 } },
      });
      if (count === 0) return "changed-meanwhile";
      await recordAudit(tx, {
        workspaceId,
        actorId,
        action: "data-source.renamed",
        subjectId: dataSourceId,
        subjectName: names.name,
        fields: ["name"],
        peer,
      });
      return "renamed";
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    throw error;
  }
}

export async function deleteDataSourceRow(
  { workspaceId, dataSourceId, actorId, peer }: DataSourceChanger,
  name: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { id: dataSourceId, workspaceId };
    for (;;) {
      const source = await tx.dataSource.findFirst({ where, select: { credentialId: true } });
      if (!source) return;
      const { credentialId } = source;
      await lockCredentials(tx, workspaceId, [credentialId]);
      const { count } = await tx.dataSource.deleteMany({ where: { ...where, credentialId } });
      // Moved to another credential before the lock: that one counts now.
      if (count === 0) continue;
      await countUse(tx, workspaceId, [credentialId]);
      const subject = { subjectId: dataSourceId, subjectName: name };
      return recordAudit(tx, { workspaceId, actorId, action: "data-source.deleted", ...subject, peer });
    }
  });
}
