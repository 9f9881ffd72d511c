import "server-only";
import { inTransaction, type Transaction } from "@/lib/platform/database";
import { settleIn } from "@/lib/settings/settings-repository";
import { Prisma } from "@/prisma/generated/client";
import { toSchedule } from "./health-repository";

/** Few enough that a change of the settings, or the only session of the embedded database, does not wait for long. */
const AT_A_TIME = 1000;

/** What has no place in the interval yet gets one, by chance. What is due sooner stays; its next check is jittered. */
async function moveSomeIn(tx: Transaction, workspaceId: string, everyMinutes: number): Promise<number> {
  const seconds = everyMinutes * 60;
  const now = Prisma.sql`(now() AT TIME ZONE 'UTC')`;
  const [place, isOutdated] =
    everyMinutes === 0
      ? [Prisma.sql`NULL`, Prisma.sql`"nextCheckAt" IS NOT NULL`]
      : [
          Prisma.sql`${now} + make_interval(secs => ${seconds}::float8 * random())`,
          Prisma.sql`("nextCheckAt" IS NULL OR "nextCheckAt" > ${now} + make_interval(secs => ${seconds}::float8))`,
        ];
  return tx.$executeRaw`
    UPDATE "Credential" SET "nextCheckAt" = ${place} WHERE "workspaceId" = ${workspaceId} AND "id" = ANY (ARRAY(
      SELECT "id" FROM "Credential" WHERE "workspaceId" = ${workspaceId} AND "deletedAt" IS NULL AND ${isOutdated}
      LIMIT ${AT_A_TIME} FOR UPDATE
    ))`;
}

/**
 * Moves the next checks of a workspace that changed how often it wants them, up to a thousand at a time.
 * @returns false where no workspace is left, or another instance is at it
 */
export async function rescheduleOutdated(): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [outdated] = await tx.$queryRaw<{ workspaceId: string; checkEveryMinutes: number | null }[]>`
      SELECT "workspaceId", "checkEveryMinutes" FROM "WorkspaceSettings" WHERE "checksOutdated"
      LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!outdated) return false;
    const { workspaceId } = outdated;
    const moved = await moveSomeIn(tx, workspaceId, toSchedule(outdated).everyMinutes);
    if (moved === 0) await settleIn(tx, workspaceId, "checksOutdated");
    return true;
  });
}
