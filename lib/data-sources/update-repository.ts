import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import type { ParameterValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { lockCredentials, mayBeReadWith } from "@/lib/credentials/use-repository";
import { holdsVersion } from "@/lib/own-connectors/holds-version-repository";
import { recordAudit } from "@/lib/platform/audit";
import type { Transaction } from "@/lib/platform/database";
import { isForeignKeyViolation, isUniqueViolation } from "@/lib/platform/database-errors";
import type { NameKeys } from "@/lib/platform/name-keys";
import { countUse } from "./use-repository";

export type DataSourceChange = {
  dataSourceId: string;
  /** The state that the change was made from. */
  revision: number;
  /** Which credential it used then, and which it is to use. */
  fromId: string;
  credentialId: string;
  /** As it is called afterwards, for the trail. */
  name: string;
  /** What the endpoint and its parameters are of; absent where neither changes. */
  connector?: Pick<AnyConnector, "id" | "own">;
  /** What changes, by the names that the trail has for it. */
  fields: string[];
  values: Partial<{ name: string; searchText: string; endpointId: string; parameters: ParameterValues } & NameKeys>;
};

type Changed = "changed" | "changed-meanwhile" | "connector-changed" | "credential-gone" | "credential-refused";

async function change(tx: Transaction, actor: Actor, wanted: DataSourceChange): Promise<Changed> {
  const { workspaceId, userId: actorId, peer } = actor;
  const { dataSourceId, revision, fromId, credentialId, name, connector, fields, values } = wanted;
  const moves = credentialId !== fromId;
  if (connector && !(await holdsVersion(tx, workspaceId, connector))) return "connector-changed";
  // Before the source, as everything that counts uses does: so that none of two waits for the other for ever.
  const locked = moves ? await lockCredentials(tx, workspaceId, [fromId, credentialId]) : [];
  const target = locked.find(({ id }) => id === credentialId);
  if (moves && !target) return "credential-gone";
  if (target && !mayBeReadWith(target)) return "credential-refused";
  const { count } = await tx.dataSource.updateMany({
    where: { id: dataSourceId, workspaceId, revision, credentialId: fromId },
    data: { ...values, ...(moves ? { credentialId } : {}), revision: { increment: 1 } },
  });
  if (count === 0) return "changed-meanwhile";
  const edited = { action: "data-source.edited" as const, subjectId: dataSourceId, subjectName: name, fields };
  await recordAudit(tx, { workspaceId, actorId, ...edited, peer });
  if (!target) return "changed";
  await countUse(tx, workspaceId, [fromId, credentialId]);
  const used = { action: "credential.used" as const, subjectId: credentialId, subjectName: target.name };
  await recordAudit(tx, { workspaceId, actorId, ...used, peer });
  return "changed";
}

/**
 * Changes a source as it was seen. "taken": another one has its name. "changed-meanwhile": it is not what was seen, or
 * gone. "connector-changed": what it is to read may be no more. "credential-gone", "credential-refused": the one that it is to use was deleted, or is not verified any more.
 */
export async function updateDataSourceRow(actor: Actor, wanted: DataSourceChange): Promise<Changed | "taken"> {
  try {
    return await inTransactionOf(actor, "data-source:edit", (tx) => change(tx, actor, wanted));
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    if (isForeignKeyViolation(error)) return "credential-gone";
    throw error;
  }
}
