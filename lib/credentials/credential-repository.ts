import "server-only";
import type { CheckDto, VerificationOutcome } from "@/lib/checks/verification-dto";
import { findRecentChecks } from "@/lib/credentials/checks/check-repository";
import { activePlainValues, plainValuesOf } from "@/lib/credentials/values/active-plain-values";
import { recordAudit, recordAudits } from "@/lib/platform/audit";
import { inTransaction, prisma, type Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { Refusal } from "@/lib/platform/errors";
import type { NameKeys } from "@/lib/platform/name-keys";
import { rotationOf } from "@/lib/settings/rotation-of";
import type { Prisma } from "@/prisma/generated/client";
import type { CredentialDetailsDto, CredentialDto } from "./credential-dto";

export const columns = {
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
  valuesChangedAt: true,
  rotateBy: true,
  workspace: { select: { settings: { select: { maxAgeDays: true } } } },
  revision: true,
  ownerId: true,
  owner: { select: { name: true } },
  versions: activePlainValues,
  sourceCount: true,
} as const;

type Row = Prisma.CredentialGetPayload<{ select: typeof columns }>;

/** Whether it is FAILED for want of values that open, and not by the provider. */
export const isUnreadable = ({ status, outcome }: Pick<Row, "status" | "outcome">): boolean =>
  status === "FAILED" && outcome === "unreadable";

export function toCredentialDto(row: Row, recentChecks: CheckDto[] = []): CredentialDto {
  const rotation = rotationOf(row, row.workspace.settings?.maxAgeDays ?? null);
  return {
    id: row.id,
    connectorId: row.connectorId,
    name: row.name,
    description: row.description,
    plainValues: plainValuesOf(row),
    ownerId: row.ownerId,
    ownerName: row.owner.name,
    status: row.status,
    ...(row.outcome === null ? {} : { outcome: row.outcome as VerificationOutcome }),
    ...(row.checkedAt === null ? {} : { checkedAt: row.checkedAt.toISOString() }),
    ...(row.verifiedAt === null ? {} : { verifiedAt: row.verifiedAt.toISOString() }),
    ...(row.failedAt === null ? {} : { failedAt: row.failedAt.toISOString() }),
    ...(isUnreadable(row) ? { unreadable: true } : {}),
    recentChecks,
    createdAt: row.createdAt.toISOString(),
    ...(rotation === undefined ? {} : { rotation }),
    usedBy: row.sourceCount,
    revision: row.revision,
  };
}

/** The named credentials, in that order; those of another workspace and deleted ones are left out. */
export async function listCredentialRowsById(workspaceId: string, ids: string[]): Promise<CredentialDto[]> {
  const client = await prisma();
  const [rows, checks] = await Promise.all([
    client.credential.findMany({ where: { workspaceId, deletedAt: null, id: { in: ids } }, select: columns }),
    findRecentChecks(ids),
  ]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    return row ? [toCredentialDto(row, checks.get(id))] : [];
  });
}

export async function findCredentialRow(workspaceId: string, id: string): Promise<CredentialDetailsDto | undefined> {
  const row = await (await prisma()).credential.findFirst({
    where: { id, workspaceId, deletedAt: null },
    select: { ...columns, activeVersion: true },
  });
  if (!row) return undefined;
  return {
    ...toCredentialDto(row, (await findRecentChecks([id])).get(id)),
    version: row.activeVersion,
    valuesChangedAt: row.valuesChangedAt.toISOString(),
  };
}

/** What this very form stored before. Refuses where it was deleted since: no name or value of the form is wrong then. */
export async function findCredentialByForm(workspaceId: string, formId: string): Promise<CredentialDto | undefined> {
  const row = await (await prisma()).credential.findUnique({
    where: { workspaceId_formId: { workspaceId, formId } },
    select: { ...columns, deletedAt: true },
  });
  if (row?.deletedAt) {
    throw new Refusal(
      "NOT_FOUND",
      "This form was saved before, and its credential was deleted since. Restore it under “Recently deleted”.",
    );
  }
  return row ? toCredentialDto(row, (await findRecentChecks([row.id])).get(row.id)) : undefined;
}

export async function isNameTaken(workspaceId: string, { nameKey, lookKey }: NameKeys): Promise<boolean> {
  const row = await (await prisma()).credential.findFirst({
    where: { workspaceId, OR: [{ nameKey }, { lookKey }] },
    select: { id: true },
  });
  return row !== null;
}

/** Who changes which credential. */
export type CredentialChanger = {
  peer: string | undefined;
  actorId: string;
  workspaceId: string;
  credentialId: string;
};

export type UpdateResult = "updated" | "name-taken" | "changed-meanwhile";

export async function updateCredentialRow(
  { workspaceId, credentialId, actorId, peer }: CredentialChanger,
  // Without keys the name stays.
  change: Partial<NameKeys> & {
    revision: number;
    name: string;
    description: string;
    searchText: string;
    /** Absent: it stays, and so does what was said of it. */
    rotateBy?: Date | null;
    fields: string[];
  },
): Promise<UpdateResult> {
  const { revision, fields, ...data } = change;
  const reminded = data.rotateBy === undefined ? {} : { reminded: "NOT_YET" as const };
  try {
    return await inTransaction(async (tx) => {
      const { count } = await tx.credential.updateMany({
        where: { id: credentialId, workspaceId, revision, deletedAt: null },
        data: { ...data, ...reminded, revision: { increment: 1 } },
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

export type TransferResult = "transferred" | "no-such-owner" | "changed-meanwhile";

/** Makes another member the owner. "changed-meanwhile": it is someone else's by now, or gone. */
export async function transferCredentialRow(
  { workspaceId, credentialId, actorId, peer }: CredentialChanger,
  { name, from, to, roles }: { name: string; from: string; to: string; roles: readonly string[] },
): Promise<TransferResult> {
  return inTransaction(async (tx) => {
    // Locked: someone who is removed in this very moment takes nothing over.
    const [member] = await tx.$queryRaw<{ role: string }[]>`
      SELECT "role" FROM "Member" WHERE "workspaceId" = ${workspaceId} AND "userId" = ${to} FOR SHARE`;
    if (!member || !roles.includes(member.role)) return "no-such-owner";
    const { count } = await tx.credential.updateMany({
      where: { id: credentialId, workspaceId, ownerId: from, deletedAt: null },
      data: { ownerId: to },
    });
    if (count === 0) return "changed-meanwhile";
    await recordAudit(tx, {
      workspaceId,
      actorId,
      action: "credential.transferred",
      subjectId: credentialId,
      subjectName: name,
      fields: ["owner"],
      peer,
    });
    return "transferred";
  });
}

/** Each is a link of the trail's chain, which makes a transaction of very many slow. */
const TRANSFERRED_AT_A_TIME = 500;

/**
 * Inside the transaction that removes a person: what they own here, deleted or not, is someone else's now. Returns
 * whether that is all of it.
 */
export async function transferAllIn(
  tx: Transaction,
  { workspaceId, actorId, peer }: Omit<CredentialChanger, "credentialId">,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const next = await tx.credential.findMany({
    where: { workspaceId, ownerId: from },
    select: { id: true },
    take: TRANSFERRED_AT_A_TIME,
  });
  const owned = await tx.credential.updateManyAndReturn({
    where: { id: { in: next.map(({ id }) => id) }, workspaceId, ownerId: from },
    data: { ownerId: to },
    select: { id: true, name: true },
  });
  const common = { workspaceId, actorId, action: "credential.transferred" as const, fields: ["owner"], peer };
  await recordAudits(
    tx,
    owned.map(({ id, name }) => ({ ...common, subjectId: id, subjectName: name })),
  );
  return next.length < TRANSFERRED_AT_A_TIME;
}

/** The names of what a person owns in a workspace: of the newest, which tell whether there is any, and what it is. */
export async function listOwnedIn(tx: Transaction, workspaceId: string, ownerId: string) {
  return tx.credential.findMany({
    where: { workspaceId, ownerId, deletedAt: null },
    take: 100,
    select: { id: true, name: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}
