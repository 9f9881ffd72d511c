import "server-only";
import { type Actor, personIdOf } from "@/lib/auth/actor";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import { recordAudit } from "@/lib/platform/audit";
import { prisma, type Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { nameKeys } from "@/lib/platform/name-keys";
import type { Definition } from "./definition-dto";
import { tripWords } from "./definition-text";
import { OWN_CONNECTORS_MAX } from "./own-connector-dto";

export type NewOwnConnector = {
  id: string;
  formId: string;
  definition: Definition;
  text: string;
  isVerifiable: boolean;
};

/** What stands in the way of a new one: what this very form stored before, or another of its name. */
export async function findRivalConnector(
  workspaceId: string,
  formId: string,
  name: string,
): Promise<{ id: string } | "name-taken" | undefined> {
  const { nameKey, lookKey } = nameKeys(name);
  const rivals = await (await prisma()).ownConnector.findMany({
    where: { workspaceId, OR: [{ formId }, { nameKey }, { lookKey }] },
    select: { id: true, formId: true },
  });
  const same = rivals.find((rival) => rival.formId === formId);
  if (same) return { id: same.id };
  return rivals.length > 0 ? "name-taken" : undefined;
}

export async function insertOwnConnector(
  actor: Actor,
  { id, formId, definition, text, isVerifiable }: NewOwnConnector,
): Promise<"inserted" | "full" | "taken"> {
  const { workspaceId, userId: actorId, peer } = actor;
  const createdById = personIdOf(actor);
  try {
    return await inTransactionOf(actor, "connector:define", async (tx) => {
      if ((await tx.ownConnector.count({ where: { workspaceId } })) >= OWN_CONNECTORS_MAX) return "full";
      const at = new Date();
      const row = { id, workspaceId, formId, ...nameKeys(definition.name), createdById, createdAt: at };
      await tx.ownConnector.create({ data: row, select: { id: true } });
      await tx.ownConnectorVersion.create({
        data: { connectorId: id, workspaceId, number: 1, definition: text, isVerifiable, createdById, createdAt: at },
        select: { number: true },
      });
      const subject = { subjectId: id, subjectName: definition.name };
      const fields = [...tripWords(definition), ...(isVerifiable ? [] : ["not verifiable"])];
      await recordAudit(tx, { workspaceId, actorId, action: "connector.defined", ...subject, fields, peer });
      return "inserted";
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    throw error;
  }
}

/** Locks one until the transaction ends, before its credentials: its version, or undefined where it is not there. */
export async function lockOwnConnector(tx: Transaction, workspaceId: string, id: string): Promise<number | undefined> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    SELECT "version" FROM "OwnConnector" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR UPDATE`;
  return row?.version;
}

export type NextVersion = { id: string; number: number; definition: Definition; text: string; isVerifiable: boolean };

/** Puts another version into use. For a transaction that locked the connector, and that writes the event. */
export async function storeNextVersion(
  tx: Transaction,
  actor: Actor,
  { id, number, definition, text, isVerifiable }: NextVersion,
): Promise<void> {
  const { workspaceId } = actor;
  const createdById = personIdOf(actor);
  await tx.ownConnectorVersion.create({
    data: { connectorId: id, workspaceId, number, definition: text, isVerifiable, createdById, createdAt: new Date() },
    select: { number: true },
  });
  const data = { version: number, ...nameKeys(definition.name) };
  await tx.ownConnector.update({ where: { id, workspaceId }, data, select: { id: true } });
}

/** Says that values may go to its host, once. False where it is gone, or was confirmed before. */
export async function confirmRow(actor: Actor, id: string, definition: Definition): Promise<boolean> {
  const { workspaceId, userId: actorId, peer } = actor;
  return inTransactionOf(actor, "connector:define", async (tx) => {
    const { count } = await tx.ownConnector.updateMany({
      where: { id, workspaceId, confirmedAt: null, NOT: { createdById: personIdOf(actor) } },
      data: { confirmedAt: new Date(), confirmedById: personIdOf(actor) },
    });
    if (count === 0) return false;
    const subject = { subjectId: id, subjectName: definition.name, fields: tripWords(definition) };
    await recordAudit(tx, { workspaceId, actorId, action: "connector.confirmed", ...subject, peer });
    return true;
  });
}

/** For a transaction that locked the connector, found out that nothing uses it, and writes the event. */
export async function deleteOwnConnectorIn(tx: Transaction, workspaceId: string, id: string): Promise<void> {
  await tx.ownConnector.deleteMany({ where: { id, workspaceId } });
}
