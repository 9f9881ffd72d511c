import "server-only";
import { type Actor, personIdOf } from "@/lib/auth/actor";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import type { ParameterValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { isUnreadable } from "@/lib/credentials/credential-row-repository";
import { lockCredentials, mayBeReadWith } from "@/lib/credentials/use-repository";
import { holdsVersion } from "@/lib/own-connectors/holds-version-repository";
import { recordAudit, recordAudits } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isForeignKeyViolation, isUniqueViolation } from "@/lib/platform/database-errors";
import type { Prisma } from "@/prisma/generated/client";
import type { DataSourceDto, NamedSource } from "./data-source-dto";
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

type Stored = Prisma.DataSourceGetPayload<{ select: typeof columns }>;

/** A data source with what is told of its credential. */
export type DataSourceRow = Omit<Stored, "credential" | "createdBy"> & {
  credentialId: string;
  credentialName: string;
  createdByName: string;
} & Pick<Stored["credential"], "status" | "outcome" | "verifiedAt" | "failedAt">;

export function toDataSourceDto(row: DataSourceRow): DataSourceDto {
  const { id, name, connectorId, endpointId, parameters, createdAt, createdByName, revision } = row;
  const { credentialId, credentialName, status, verifiedAt, failedAt } = row;
  return {
    ...{ id, name, connectorId, endpointId, createdByName, revision },
    credential: {
      ...{ id: credentialId, name: credentialName, status },
      ...(verifiedAt === null ? {} : { verifiedAt: verifiedAt.toISOString() }),
      ...(failedAt === null ? {} : { failedAt: failedAt.toISOString() }),
      ...(isUnreadable(row) ? { unreadable: true } : {}),
    },
    parameters: parameters as ParameterValues,
    createdAt: createdAt.toISOString(),
  };
}

function toDto({ credential: { id, name, ...credential }, createdBy, ...row }: Stored): DataSourceDto {
  const names = { credentialId: id, credentialName: name, createdByName: createdBy.name };
  return toDataSourceDto({ ...row, ...credential, ...names });
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
  credentialId: string;
  name: string;
  nameKey: string;
  lookKey: string;
  searchText: string;
  endpointId: string;
  parameters: ParameterValues;
  formId: string;
};

/**
 * "taken": its name or its form's id exists. "connector-changed": another version than was looked at. "credential-gone":
 * deleted since. "credential-refused": no longer verified.
 */
export async function insertDataSource(
  actor: Actor,
  connector: Pick<AnyConnector, "id" | "own">,
  source: NewDataSource,
): Promise<"inserted" | "taken" | "connector-changed" | "credential-gone" | "credential-refused"> {
  const { workspaceId, userId: actorId, peer } = actor;
  const { credentialId } = source;
  try {
    return await inTransactionOf(actor, "data-source:create", async (tx) => {
      // Its version has the endpoint, and keeps it for who needs it.
      if (!(await holdsVersion(tx, workspaceId, connector))) return "connector-changed";
      // Deleting locks the row too and then looks for sources: one of both comes first and is seen by the other.
      const [credential] = await lockCredentials(tx, workspaceId, [credentialId]);
      if (!credential) return "credential-gone";
      if (!mayBeReadWith(credential)) return "credential-refused";
      await tx.dataSource.create({
        data: { ...source, connectorId: connector.id, workspaceId, createdById: personIdOf(actor) },
        select: { id: true },
      });
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

type SourcesChanger = { workspaceId: string; actorId: string; peer: string | undefined };

/** Deletes those of them that are there, all in one transaction, with an event each. Returns them by name. */
export async function deleteDataSourceRows(
  { workspaceId, actorId, peer }: SourcesChanger,
  ids: string[],
): Promise<NamedSource[]> {
  return inTransaction(async (tx) => {
    const deleted: NamedSource[] = [];
    for (;;) {
      const sources = await tx.dataSource.findMany({
        where: { id: { in: ids }, workspaceId },
        select: { credentialId: true },
        distinct: ["credentialId"],
      });
      if (sources.length === 0) break;
      const credentialIds = sources.map(({ credentialId }) => credentialId);
      await lockCredentials(tx, workspaceId, credentialIds);
      // One that was moved to another credential before the lock is left to the next round: that one counts it then.
      const rows = await tx.$queryRaw<NamedSource[]>`
        DELETE FROM "DataSource"
        WHERE "workspaceId" = ${workspaceId} AND "id" = ANY(${ids}) AND "credentialId" = ANY(${credentialIds})
        RETURNING "id", "name"`;
      await countUse(tx, workspaceId, credentialIds);
      deleted.push(...rows);
    }
    const order = (a: string, b: string) => Number(a > b) - Number(a < b);
    deleted.sort((a, b) => order(a.name, b.name));
    if (deleted.length === 0) return deleted;
    await recordAudits(
      tx,
      deleted.map(({ id: subjectId, name: subjectName }) => {
        const subject = { action: "data-source.deleted" as const, subjectId, subjectName };
        return { workspaceId, actorId, ...subject, peer };
      }),
    );
    return deleted;
  });
}
