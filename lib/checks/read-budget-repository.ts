import "server-only";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";
import type { Asked, Pace, Window } from "./provider-repository";

/** What a wish for places came to: taken, or how things stand. */
export type ReadSlots = {
  /** Milliseconds until the first of them; null where none was taken. */
  waitMs: number | null;
  /** Milliseconds until the next place is free, and how many requests the window still has for reads. */
  busyMs: number;
  left: number;
};

/**
 * Takes so many of the next places among all requests with a credential, and counts them. None is taken where the window
 * has not so many left, or where the next one is more than one distance away: so nobody holds a place for long, and a
 * check that comes has only one before it. None is taken either where it would come too late.
 */
export async function takeReadSlots(
  { host, credential }: Asked,
  { distanceMs, readBurst }: Pace,
  { index, share }: Window,
  count: number,
  longestWaitMs: number,
): Promise<ReadSlots> {
  const distance = distanceMs / 1000;
  const [row] = await prepared<{ waitMs: number | null; busyMs: number | null; left: number | null }>(Prisma.sql`
    WITH "taken" AS (
      INSERT INTO "ProviderBudget" AS b
        ("host", "credential", "windowIndex", "requests", "reads", "nextSlotAt", "updatedAt")
      VALUES (${host}, ${credential}, ${index}, ${count}::int, ${count}::int,
        clock_timestamp() AT TIME ZONE 'UTC' + make_interval(secs => ${distance * (count - readBurst)}::float8),
        clock_timestamp() AT TIME ZONE 'UTC')
      ON CONFLICT ("host", "credential") DO UPDATE SET
        "windowIndex" = EXCLUDED."windowIndex",
        "requests" = CASE WHEN b."windowIndex" = EXCLUDED."windowIndex" THEN b."requests" ELSE 0 END + EXCLUDED."requests",
        "reads" = CASE WHEN b."windowIndex" = EXCLUDED."windowIndex" THEN b."reads" ELSE 0 END + EXCLUDED."reads",
        "nextSlotAt" = greatest(b."nextSlotAt",
          clock_timestamp() AT TIME ZONE 'UTC' - make_interval(secs => ${distance * readBurst}::float8))
          + make_interval(secs => ${distance * count}::float8),
        "updatedAt" = EXCLUDED."updatedAt"
        WHERE (b."windowIndex" IS DISTINCT FROM EXCLUDED."windowIndex" OR b."requests" + EXCLUDED."requests" <= ${share})
          AND (b."nextSlotAt" IS NULL OR b."nextSlotAt"
            <= clock_timestamp() AT TIME ZONE 'UTC' + make_interval(secs => ${Math.min(distance, longestWaitMs / 1000)}::float8))
      RETURNING (extract(epoch FROM b."nextSlotAt" - clock_timestamp() AT TIME ZONE 'UTC') * 1000)::float8 AS "endMs"
    )
    SELECT (SELECT "endMs" FROM "taken") - ${distanceMs * count}::float8 AS "waitMs",
      (extract(epoch FROM b."nextSlotAt" - clock_timestamp() AT TIME ZONE 'UTC') * 1000)::float8 AS "busyMs",
      CASE WHEN b."windowIndex" = ${index} THEN ${share} - b."requests" ELSE ${share} END::int AS "left"
    FROM (SELECT 1) AS one LEFT JOIN "ProviderBudget" b ON b."host" = ${host} AND b."credential" = ${credential}`);
  const { waitMs = null, busyMs, left } = row ?? {};
  return {
    waitMs: waitMs === null ? null : Math.max(waitMs, 0),
    busyMs: Math.max(busyMs ?? 0, 0),
    left: left ?? share,
  };
}

/** Gives back what was taken and not sent. */
export async function returnReadSlots({ host, credential }: Asked, window: Window, count: number): Promise<void> {
  await prepared(Prisma.sql`
    UPDATE "ProviderBudget" SET "requests" = greatest("requests" - ${count}::int, 0), "reads" = greatest("reads" - ${count}::int, 0)
    WHERE "host" = ${host} AND "credential" = ${credential} AND "windowIndex" = ${window.index}`);
}

/** Forgets hosts, and budgets of credentials, that nobody asked for so long: their windows are over. */
export async function forgetOldBudgets(before: Date): Promise<void> {
  await prepared(Prisma.sql`DELETE FROM "ProviderBudget" WHERE "updatedAt" < ${before}`);
  await prepared(Prisma.sql`DELETE FROM "ProviderHost" WHERE "nextSlotAt" < ${before}`);
}
