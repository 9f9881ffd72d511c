import "server-only";
import { findActorNames } from "@/lib/auth/actor-names-repository";
import { scheduleOf } from "@/lib/credentials/checks/health-repository";
import { nextCheckAt } from "@/lib/credentials/checks/next-check-at";
import { DELETED_KEPT_DAYS, type DeletedCredentialDto, type DeletedPageDto } from "@/lib/credentials/credential-dto";
import type { CredentialChanger } from "@/lib/credentials/credential-repository";
import { auditInsertion, recordAudit, recordAudits } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { DAY_MS } from "@/lib/platform/day-ms";
import { insertionFrom } from "@/lib/platform/insert-together";
import { cutPage, type MomentPage, placeOf } from "@/lib/platform/moment-page";
import { nameKeys } from "@/lib/platform/name-keys";
import { preparedWrite } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

const KEPT_MS = DELETED_KEPT_DAYS * DAY_MS;
const PURGED_AT_A_TIME = 100;

/** No name has a control character, so that this key is in nobody's way. */
const keyOfDeleted = (id: string) => `\u001Fdeleted ${id}`;

/**
 * Marks as deleted: from then on nothing finds it but *Recently deleted*. "in-use": a data source uses it. Creating one
 * locks the same row, so that no source is left without its credential. "gone": it is deleted already.
 */
export async function deleteCredentialRow({
  workspaceId,
  credentialId,
  actorId,
  peer,
}: CredentialChanger): Promise<"deleted" | "in-use" | "gone"> {
  const now = new Date();
  const subject = { subjectId: credentialId, subjectName: "" };
  const event = auditInsertion({ workspaceId, actorId, action: "credential.deleted", ...subject, peer });
  const [deleted] = await preparedWrite(Prisma.sql`
    WITH "changed" AS (
      UPDATE "Credential" SET "nameKey" = ${keyOfDeleted(credentialId)}, "lookKey" = NULL, "deletedAt" = ${now},
        "deletedById" = ${actorId}, "nextCheckAt" = NULL, "checkLease" = NULL, "revision" = "revision" + 1,
        "updatedAt" = ${now}
      WHERE "id" = ${credentialId} AND "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL AND "sourceCount" = 0
      RETURNING "name"
    ), "event" AS (${insertionFrom(event, Prisma.sql`FROM "changed"`, { subjectName: Prisma.sql`"changed"."name"` })})
    SELECT 1 FROM "changed"`);
  if (deleted) return "deleted";
  const where = { id: credentialId, workspaceId, deletedAt: null };
  return (await (await prisma()).credential.count({ where })) > 0 ? "in-use" : "gone";
}

/** Undoes a deletion. It is checked soon, where the workspace has a schedule: much can have happened since. */
export async function restoreCredentialRow({
  workspaceId,
  credentialId,
  actorId,
  peer,
}: CredentialChanger): Promise<"restored" | "gone" | "name-taken"> {
  try {
    return await inTransaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ name: string }[]>`
        SELECT "name" FROM "Credential"
        WHERE "id" = ${credentialId} AND "workspaceId" = ${workspaceId} AND "deletedAt" IS NOT NULL FOR UPDATE`;
      if (!row) return "gone";
      const isChecked = nextCheckAt(await scheduleOf(tx, workspaceId), { confirmSoon: false, status: "VERIFIED" });
      await tx.credential.update({
        where: { id: credentialId, workspaceId },
        data: {
          ...nameKeys(row.name),
          deletedAt: null,
          deletedById: null,
          nextCheckAt: isChecked && new Date(),
          revision: { increment: 1 },
        },
        select: { id: true },
      });
      const subject = { subjectId: credentialId, subjectName: row.name };
      await recordAudit(tx, { workspaceId, actorId, action: "credential.restored", ...subject, peer });
      return "restored";
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "name-taken";
    throw error;
  }
}

const deletedColumns = { id: true, name: true, connectorId: true, deletedAt: true, deletedById: true } as const;
type DeletedRow = Prisma.CredentialGetPayload<{ select: typeof deletedColumns }>;

/** A page of the deleted ones that can be restored, the last one first. */
export async function listDeletedRows(workspaceId: string, page: MomentPage, size = 50): Promise<DeletedPageDto> {
  const place = placeOf(page);
  const rows = await (await prisma()).credential.findMany({
    where: {
      workspaceId,
      deletedAt: { not: null },
      ...(place ? { OR: [{ deletedAt: { lt: place.at } }, { deletedAt: place.at, id: { lt: place.id } }] } : {}),
    },
    select: deletedColumns,
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  const { shown, ...next } = cutPage(rows, size, ({ deletedAt }) => deletedAt ?? new Date(0));
  return { credentials: await toDeletedDtos(workspaceId, shown), ...next };
}

async function toDeletedDtos(workspaceId: string, rows: DeletedRow[]): Promise<DeletedCredentialDto[]> {
  const names = await findActorNames(
    workspaceId,
    rows.flatMap(({ deletedById }) => deletedById ?? []),
  );
  return rows.flatMap(({ deletedAt, deletedById, ...row }) => {
    if (!deletedAt) return [];
    const deletedByName = names.get(deletedById ?? "") ?? "A former member";
    const purgeAt = new Date(deletedAt.getTime() + KEPT_MS).toISOString();
    return [{ ...row, deletedAt: deletedAt.toISOString(), deletedByName, purgeAt }];
  });
}

/** *Delete for good*: the row, every sealed version and every check. False where it is not among the deleted ones. */
export async function purgeCredentialRow({
  workspaceId,
  credentialId,
  actorId,
  peer,
}: CredentialChanger): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ name: string }[]>`
      SELECT "name" FROM "Credential"
      WHERE "id" = ${credentialId} AND "workspaceId" = ${workspaceId} AND "deletedAt" IS NOT NULL FOR UPDATE`;
    if (!row) return false;
    await tx.credential.delete({ where: { id: credentialId, workspaceId }, select: { id: true } });
    const subject = { subjectId: credentialId, subjectName: row.name };
    await recordAudit(tx, { workspaceId, actorId, action: "credential.purged", ...subject, peer });
    return true;
  });
}

/** Deletes for good what nobody restored in time. Returns how many; there may be more. */
export async function purgeOldRows(actorId: string, now = Date.now()): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string; workspaceId: string; name: string }[]>`
      SELECT "id", "workspaceId", "name" FROM "Credential" WHERE "deletedAt" < ${new Date(now - KEPT_MS)}
      ORDER BY "deletedAt" LIMIT ${PURGED_AT_A_TIME} FOR UPDATE SKIP LOCKED`;
    if (due.length === 0) return 0;
    await tx.credential.deleteMany({ where: { id: { in: due.map(({ id }) => id) } } });
    await recordAudits(
      tx,
      due.map(({ id, workspaceId, name }) => ({
        workspaceId,
        actorId,
        action: "credential.purged",
        subjectId: id,
        subjectName: name,
        peer: undefined,
      })),
    );
    return due.length;
  });
}
