import "server-only";
import { auditInsertion, recordAudit, recordAudits } from "@/lib/platform/audit";
import { inTransaction, type Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { Refusal } from "@/lib/platform/errors";
import { insertionFrom } from "@/lib/platform/insert-together";
import type { NameKeys } from "@/lib/platform/name-keys";
import { prepared, preparedWrite } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";
import type { CredentialDetailsDto, CredentialDto } from "./credential-dto";
import {
  type CredentialRow,
  credentialColumns,
  credentialRelations,
  toCredentialDetails,
  toCredentialDto,
} from "./credential-row-repository";

/** The one of that id; undefined also where it is another workspace's, or deleted. */
export async function findCredentialRow(workspaceId: string, id: string): Promise<CredentialDetailsDto | undefined> {
  const [row] = await prepared<CredentialRow>(Prisma.sql`
    SELECT ${credentialColumns} FROM "Credential" c ${credentialRelations}
    WHERE c."id" = ${id} AND c."workspaceId" = ${workspaceId} AND c."deletedAt" IS NULL`);
  return row && toCredentialDetails(row);
}

type Rival = CredentialRow & { formId: string; deletedAt: Date | null };

/**
 * What stands in the way of a new credential: what this very form stored before, or another of its name. Refuses where
 * the form's was deleted since: no name or value of the form is wrong then.
 */
export async function findRival(
  workspaceId: string,
  formId: string,
  { nameKey, lookKey }: NameKeys,
): Promise<CredentialDto | "name-taken" | undefined> {
  const rivals = await prepared<Rival>(Prisma.sql`
    SELECT c."formId", c."deletedAt", ${credentialColumns} FROM "Credential" c ${credentialRelations}
    WHERE c."workspaceId" = ${workspaceId}
      AND (c."formId" = ${formId} OR c."nameKey" = ${nameKey} OR c."lookKey" = ${lookKey})`);
  const own = rivals.find((rival) => rival.formId === formId);
  if (own?.deletedAt) {
    throw new Refusal(
      "NOT_FOUND",
      "You've already saved this form, and its credential has since been deleted. Restore it under “Recently deleted”.",
    );
  }
  if (own) return toCredentialDto(own);
  return rivals.length > 0 ? "name-taken" : undefined;
}

/** Who changes which credential. */
export type CredentialChanger = {
  peer: string | undefined;
  actorId: string;
  workspaceId: string;
  credentialId: string;
};

/** What an edit changes; without keys the name stays. */
type Edit = Partial<NameKeys> & {
  revision: number;
  name: string;
  description: string;
  searchText: string;
  /** Absent: it stays, and so does what was said of it. */
  rotateBy?: Date | null;
  fields: string[];
};

/** The credential as it is now; "changed-meanwhile" where it is not of that revision any more, or gone. */
export async function updateCredentialRow(
  { workspaceId, credentialId, actorId, peer }: CredentialChanger,
  { revision, fields, nameKey, lookKey, rotateBy, ...texts }: Edit,
): Promise<CredentialDetailsDto | "name-taken" | "changed-meanwhile"> {
  const sets = [
    Prisma.sql`"name" = ${texts.name}, "description" = ${texts.description}, "searchText" = ${texts.searchText}`,
    ...(nameKey === undefined ? [] : [Prisma.sql`"nameKey" = ${nameKey}, "lookKey" = ${lookKey}`]),
    ...(rotateBy === undefined ? [] : [Prisma.sql`"rotateBy" = ${rotateBy}::date, "reminded" = 'NOT_YET'`]),
  ];
  const subject = { subjectId: credentialId, subjectName: texts.name };
  const entry = { workspaceId, actorId, action: "credential.edited" as const, ...subject, fields, peer };
  try {
    const [row] = await preparedWrite<CredentialRow>(Prisma.sql`
      WITH "changed" AS (
        UPDATE "Credential" SET ${Prisma.join(sets)}, "revision" = "revision" + 1, "updatedAt" = ${new Date()}
        WHERE "id" = ${credentialId} AND "workspaceId" = ${workspaceId} AND "revision" = ${revision}
          AND "deletedAt" IS NULL
        RETURNING *
      ), "event" AS (${insertionFrom(auditInsertion(entry), Prisma.sql`FROM "changed"`)})
      SELECT ${credentialColumns} FROM "changed" c ${credentialRelations}`);
    return row ? toCredentialDetails(row) : "changed-meanwhile";
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
