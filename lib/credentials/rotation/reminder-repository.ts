import "server-only";
import { recordReminder } from "@/lib/notices/notice-repository";
import { inTransaction, type Transaction } from "@/lib/platform/database";
import { SOON_DAYS } from "@/lib/settings/rotation-dto";
import { dueDay, isoDay, rotationState } from "@/lib/settings/rotation-of";
import { settleIn } from "@/lib/settings/settings-repository";
import type { Credential } from "@/prisma/generated/client";

/** Few enough that a change of the settings, or the only session of the embedded database, does not wait for long. */
const AT_A_TIME = 20;
const FORGOTTEN_AT_A_TIME = 1000;

/**
 * Whose reminder of a stage is due and not given yet: first those with a day of their own, then those of the workspaces
 * that have a maximum age. Short walks along two indexes, however many credentials there are: each is ordered by all
 * columns of its index, since an IS NULL alone does not tell PostgreSQL that the index has that order.
 */
async function findDue(tx: Transaction, today: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH stage AS (
      SELECT * FROM (VALUES ('NOT_YET'::"Reminded", ${today}::date + ${SOON_DAYS}::int), ('SOON', ${today}::date - 1)) s(told, until)
    )
    SELECT own."id" FROM stage CROSS JOIN LATERAL (
      SELECT "id" FROM "Credential"
      WHERE "reminded" = stage.told AND "deletedAt" IS NULL AND "rotateBy" <= stage.until
      ORDER BY "reminded", "deletedAt", "rotateBy" LIMIT ${AT_A_TIME}
    ) own
    UNION ALL
    SELECT aged."id" FROM stage CROSS JOIN "WorkspaceSettings" w CROSS JOIN LATERAL (
      SELECT "id" FROM "Credential"
      WHERE "workspaceId" = w."workspaceId" AND "reminded" = stage.told AND "rotateBy" IS NULL AND "deletedAt" IS NULL
        AND "valuesChangedAt" < stage.until - w."maxAgeDays" + 1
      ORDER BY "reminded", "rotateBy", "deletedAt", "valuesChangedAt" LIMIT ${AT_A_TIME}
    ) aged
    WHERE w."maxAgeDays" IS NOT NULL AND NOT w."remindersOutdated"
    LIMIT ${AT_A_TIME}`;
  return rows.map(({ id }) => id);
}

type DueReminder = Pick<
  Credential,
  "id" | "workspaceId" | "connectorId" | "name" | "verifiedAt" | "valuesChangedAt" | "rotateBy" | "reminded"
>;

/** Gives the reminder that is due by now and marks which it was. False where none is, after all. */
async function remindIn(
  tx: Transaction,
  credential: DueReminder,
  maxAgeDays: number | null,
  now: Date,
): Promise<boolean> {
  const { id, workspaceId, connectorId, name, verifiedAt } = credential;
  const dueOn = dueDay(credential, maxAgeDays);
  const state = dueOn && rotationState(dueOn, now);
  const reminded = state === "overdue" ? "OVERDUE" : "SOON";
  // It was found before it was locked: the values were replaced since, the day was moved, or another instance was here.
  if (!dueOn || state === "set" || credential.reminded === reminded) return false;
  await tx.credential.update({ where: { id, workspaceId }, data: { reminded }, select: { id: true } });
  await recordReminder(tx, {
    workspaceId,
    kind: state === "overdue" ? "credential.rotate-overdue" : "credential.rotate-soon",
    credentialId: id,
    credentialName: name,
    connectorId,
    wasVerified: verifiedAt !== null,
    dueOn,
  });
  return true;
}

/**
 * Tells workspaces of values that are due for rotation soon, or were: up to twenty, in one transaction with what marks
 * them told, so that neither a crash nor another instance loses or doubles one. Where both reminders passed while no
 * worker ran, only the later one is given.
 * @returns how many were marked; 0 where nothing is left, or another instance has it
 */
export async function remindDue(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const ids = await findDue(tx, isoDay(now));
    if (ids.length === 0) return 0;
    // A maximum age that is being changed is waited for; one that was has its own turn.
    const settings = await tx.$queryRaw<{ workspaceId: string; maxAgeDays: number | null }[]>`
      SELECT "workspaceId", CASE WHEN NOT "remindersOutdated" THEN "maxAgeDays" END AS "maxAgeDays"
      FROM "WorkspaceSettings"
      WHERE "workspaceId" IN (SELECT "workspaceId" FROM "Credential" WHERE "id" = ANY(${ids}))
      ORDER BY "workspaceId" FOR SHARE`;
    const maxAge = new Map(settings.map(({ workspaceId, maxAgeDays }) => [workspaceId, maxAgeDays]));
    const due = await tx.$queryRaw<DueReminder[]>`
      SELECT "id", "workspaceId", "connectorId", "name", "verifiedAt", "valuesChangedAt", "rotateBy",
        "reminded"::text AS "reminded"
      FROM "Credential" WHERE "id" = ANY(${ids}) AND "deletedAt" IS NULL FOR UPDATE SKIP LOCKED`;
    let marked = 0;
    for (const credential of due) {
      if (await remindIn(tx, credential, maxAge.get(credential.workspaceId) ?? null, now)) marked += 1;
    }
    return marked;
  });
}

/**
 * Forgets what was said under the maximum age that a workspace had before, of up to a thousand credentials: a change of
 * the settings does not wait for all of them, and nothing is said of the workspace's ages until it is done.
 * @returns false where no workspace is left, or another instance is at it
 */
export async function forgetOutdated(): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [outdated] = await tx.$queryRaw<{ workspaceId: string }[]>`
      SELECT "workspaceId" FROM "WorkspaceSettings" WHERE "remindersOutdated" LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!outdated) return false;
    const { workspaceId } = outdated;
    const count = await tx.$executeRaw`
      UPDATE "Credential" SET "reminded" = 'NOT_YET' WHERE "workspaceId" = ${workspaceId} AND "id" = ANY (ARRAY(
        SELECT "id" FROM "Credential"
        WHERE "workspaceId" = ${workspaceId} AND "reminded" IN ('SOON', 'OVERDUE') AND "rotateBy" IS NULL
        LIMIT ${FORGOTTEN_AT_A_TIME} FOR UPDATE
      ))`;
    if (count === 0) await settleIn(tx, workspaceId, "remindersOutdated");
    return true;
  });
}
