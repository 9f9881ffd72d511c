import "server-only";
import { prisma } from "@/lib/platform/database";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

/**
 * How requests keep their distance: one every `distanceMs`, of which `burst` checks of a host may come at once after a
 * pause, and `readBurst` requests with one credential, before its reads wait.
 */
export type Pace = {
  distanceMs: number;
  burst: number;
  readBurst: number;
  /** It is each credential's: checks with others of the host do not wait for it. */
  isOwn?: boolean;
};

/** The provider's day or week that is going on, and how many requests Latchkey allows itself in it. */
export type Window = { index: number; share: number };

const NO_WINDOW: Window = { index: 0, share: 2_147_483_647 };

/** The host that is asked, and which credential it is asked with. */
export type Asked = { host: string; credential: string };

const ROUNDED_MS = 10;
const utcNow = Prisma.sql`clock_timestamp() AT TIME ZONE 'UTC'`;
const seconds = (value: number) => Prisma.sql`make_interval(secs => ${value}::float8)`;

/**
 * The next free place among all instances' checks with one credential, counted for its host's window, too, in one
 * statement. Of two at once that see the same last place the later one may be counted and not sent: never the other way.
 */
async function takeOwnSlot(
  { host, credential }: Asked,
  { distanceMs, burst, readBurst }: Pace,
  { index, share }: Window,
  longestWaitMs: number,
): Promise<number | undefined> {
  const distance = distanceMs / 1000;
  const latest = Prisma.sql`${utcNow} + ${seconds(longestWaitMs / 1000)}`;
  const [row] = await prepared<{ waitMs: number }>(Prisma.sql`
    WITH "taken" AS (
      INSERT INTO "ProviderHost" AS p ("host", "windowIndex", "requests", "nextSlotAt")
      SELECT ${host}, ${index}, 1, ${utcNow}
      WHERE NOT EXISTS (
        SELECT FROM "ProviderBudget" b
        WHERE b."host" = ${host} AND b."credential" = ${credential} AND b."nextCheckAt" > ${latest})
      ON CONFLICT ("host") DO UPDATE SET
        "windowIndex" = EXCLUDED."windowIndex",
        "requests" = CASE WHEN p."windowIndex" = EXCLUDED."windowIndex" THEN p."requests" + 1 ELSE 1 END,
        "nextSlotAt" = greatest(p."nextSlotAt", EXCLUDED."nextSlotAt")
        WHERE (p."windowIndex" IS DISTINCT FROM EXCLUDED."windowIndex" OR p."requests" < ${share})
          AND (p."nextSlotAt" IS NULL OR p."nextSlotAt" <= ${utcNow} + ${seconds((longestWaitMs + ROUNDED_MS) / 1000)})
      RETURNING p."host"
    ), "counted" AS (
      INSERT INTO "ProviderBudget" AS b
        ("host", "credential", "windowIndex", "requests", "nextSlotAt", "nextCheckAt", "updatedAt")
      SELECT ${host}, ${credential}, ${index}, 1, ${utcNow} - ${seconds(distance * (readBurst - 1))},
        ${utcNow} - ${seconds(distance * (burst - 1))}, ${utcNow}
      FROM "taken"
      ON CONFLICT ("host", "credential") DO UPDATE SET
        "windowIndex" = EXCLUDED."windowIndex",
        "requests" = CASE WHEN b."windowIndex" = EXCLUDED."windowIndex" THEN b."requests" ELSE 0 END + 1,
        "reads" = CASE WHEN b."windowIndex" = EXCLUDED."windowIndex" THEN b."reads" ELSE 0 END,
        "nextSlotAt" = greatest(b."nextSlotAt", ${utcNow} - ${seconds(distance * readBurst)}) + ${seconds(distance)},
        "nextCheckAt" = greatest(b."nextCheckAt", ${utcNow} - ${seconds(distance * burst)}) + ${seconds(distance)},
        "updatedAt" = EXCLUDED."updatedAt"
        WHERE b."nextCheckAt" IS NULL OR b."nextCheckAt" <= ${latest}
      RETURNING (extract(epoch FROM b."nextCheckAt" - ${utcNow}) * 1000)::float8 AS "waitMs"
    )
    SELECT "waitMs" FROM "counted"`);
  return row === undefined ? undefined : Math.max(row.waitMs - distanceMs, 0);
}

/**
 * The same of the credential alone, where the provider counts by account or key; else of the whole host. What the host is
 * asked in a window is counted in either case.
 */
export async function takeSlot(
  asked: Asked,
  pace: Pace,
  window: Window | undefined,
  longestWaitMs: number,
): Promise<number | undefined> {
  return pace.isOwn
    ? takeOwnSlot(asked, pace, window ?? NO_WINDOW, longestWaitMs)
    : takeHostSlot(asked, pace, window, longestWaitMs);
}

/**
 * Takes the next free place among all instances' checks of a host, and counts it, for the credential too: its reads give
 * way to it. Milliseconds to wait for it, or undefined where it would come too late or the window's share is used up:
 * then none is taken.
 */
async function takeHostSlot(
  { host, credential }: Asked,
  { distanceMs, burst, readBurst }: Pace,
  window: Window | undefined,
  longestWaitMs: number,
): Promise<number | undefined> {
  const distance = distanceMs / 1000;
  const { index, share } = window ?? NO_WINDOW;
  const [row] = await prepared<{ waitMs: number }>(Prisma.sql`
    WITH "taken" AS (
      INSERT INTO "ProviderHost" AS p ("host", "windowIndex", "requests", "nextSlotAt")
      VALUES (${host}, ${index}, 1,
        clock_timestamp() AT TIME ZONE 'UTC' - make_interval(secs => ${distance * (burst - 1)}::float8))
      ON CONFLICT ("host") DO UPDATE SET
        "windowIndex" = EXCLUDED."windowIndex",
        "requests" = CASE WHEN p."windowIndex" = EXCLUDED."windowIndex" THEN p."requests" + 1 ELSE 1 END,
        "nextSlotAt" = greatest(p."nextSlotAt",
          clock_timestamp() AT TIME ZONE 'UTC' - make_interval(secs => ${distance * burst}::float8))
          + make_interval(secs => ${distance}::float8)
        WHERE (p."windowIndex" IS DISTINCT FROM EXCLUDED."windowIndex" OR p."requests" < ${share})
          AND (p."nextSlotAt" IS NULL OR p."nextSlotAt"
            <= clock_timestamp() AT TIME ZONE 'UTC' + make_interval(secs => ${longestWaitMs / 1000}::float8))
      RETURNING (extract(epoch FROM p."nextSlotAt" - clock_timestamp() AT TIME ZONE 'UTC') * 1000)::float8 AS "waitMs"
    ), "counted" AS (
      INSERT INTO "ProviderBudget" AS b ("host", "credential", "windowIndex", "requests", "nextSlotAt", "updatedAt")
      SELECT ${host}, ${credential}, ${index}, 1,
        clock_timestamp() AT TIME ZONE 'UTC' - make_interval(secs => ${distance * (readBurst - 1)}::float8),
        clock_timestamp() AT TIME ZONE 'UTC'
      FROM "taken"
      ON CONFLICT ("host", "credential") DO UPDATE SET
        "windowIndex" = EXCLUDED."windowIndex",
        "requests" = CASE WHEN b."windowIndex" = EXCLUDED."windowIndex" THEN b."requests" ELSE 0 END + 1,
        "reads" = CASE WHEN b."windowIndex" = EXCLUDED."windowIndex" THEN b."reads" ELSE 0 END,
        "nextSlotAt" = greatest(b."nextSlotAt",
          clock_timestamp() AT TIME ZONE 'UTC' - make_interval(secs => ${distance * readBurst}::float8))
          + make_interval(secs => ${distance}::float8),
        "updatedAt" = EXCLUDED."updatedAt"
    )
    SELECT "waitMs" FROM "taken"`);
  return row === undefined ? undefined : Math.max(row.waitMs - distanceMs, 0);
}

/** How many requests of a window read data sources, with whichever credential. */
export async function countReads(host: string, windowIndex: number): Promise<number> {
  const { _sum } = await (await prisma()).providerBudget.aggregate({
    where: { host, windowIndex },
    _sum: { reads: true },
  });
  return _sum.reads ?? 0;
}

/** Which of these hosts were ever asked to verify something. */
export async function findAskedHosts(hosts: string[]): Promise<ReadonlySet<string>> {
  const rows = await (await prisma()).providerHost.findMany({ where: { host: { in: hosts } }, select: { host: true } });
  return new Set(rows.map(({ host }) => host));
}

/** What was asked of a host in its last window. */
export async function findProviderHost(host: string) {
  return (await prisma()).providerHost.findUnique({ where: { host }, select: { windowIndex: true, requests: true } });
}
