import "server-only";
import { prisma } from "@/lib/platform/database";
import type { VerificationOutcome } from "./verification-dto";

/** So many failed checks in a row open the circuit of a host. */
const FAILURES_TO_OPEN = 5;
const SHORTEST_PAUSE_S = 30;
const LONGEST_PAUSE_S = 300;
/** Longer than any check: whoever asks for all and dies lets the next one ask after this. */
const PROBE_S = 15;

export type Circuit = { state: "closed"; failing: boolean } | { state: "open"; retryAfterSeconds: number };

type CircuitRow = { failures: number; waitMs: number | null };

/**
 * Whether a host may be asked. While its circuit is open nobody asks; once the pause is over exactly one check, on
 * whichever instance, asks for all. Times are the database's own, so that the clocks of instances may differ.
 */
export async function enterCircuit(host: string): Promise<Circuit> {
  const client = await prisma();
  const [row] = await client.$queryRaw<CircuitRow[]>`
    SELECT "failures", (extract(epoch FROM "openUntil" - (now() AT TIME ZONE 'UTC')) * 1000)::float8 AS "waitMs"
    FROM "ProviderHost" WHERE "host" = ${host}`;
  if (!row || row.waitMs === null) return { state: "closed", failing: (row?.failures ?? 0) > 0 };
  if (row.waitMs <= 0) {
    const claimed = await client.$executeRaw`
      UPDATE "ProviderHost" SET "openUntil" = (now() AT TIME ZONE 'UTC') + make_interval(secs => ${PROBE_S}::float8)
      WHERE "host" = ${host} AND "openUntil" <= (now() AT TIME ZONE 'UTC')`;
    if (claimed === 1) return { state: "closed", failing: true };
  }
  return { state: "open", retryAfterSeconds: Math.max(Math.ceil(row.waitMs / 1000), 1) };
}

/** The host answered, whatever it said: the circuit is closed. */
export async function closeCircuit(host: string): Promise<void> {
  await (await prisma()).$executeRaw`
    UPDATE "ProviderHost" SET "failures" = 0, "openUntil" = NULL, "failingSince" = NULL, "outcome" = NULL
    WHERE "host" = ${host} AND "failures" > 0`;
}

/** Counts a failed check; from the fifth in a row on the pause doubles with each. */
export async function countFailure(host: string, outcome: VerificationOutcome): Promise<void> {
  await (await prisma()).$executeRaw`
    INSERT INTO "ProviderHost" ("host", "failures", "failingSince", "outcome")
    VALUES (${host}, 1, now() AT TIME ZONE 'UTC', ${outcome})
    ON CONFLICT ("host") DO UPDATE SET
      "failures" = "ProviderHost"."failures" + 1,
      "failingSince" = COALESCE("ProviderHost"."failingSince", EXCLUDED."failingSince"),
      "outcome" = EXCLUDED."outcome",
      "openUntil" = CASE WHEN "ProviderHost"."failures" + 1 < ${FAILURES_TO_OPEN} THEN NULL
        ELSE (now() AT TIME ZONE 'UTC') + make_interval(secs =>
          least(${SHORTEST_PAUSE_S} * power(2, least("ProviderHost"."failures" + 1 - ${FAILURES_TO_OPEN}, 10)),
            ${LONGEST_PAUSE_S})::float8 * (0.9 + random() * 0.2)) END`;
}

/** How requests keep their distance: one every `distanceMs`, of which `burst` may come at once after a pause. */
export type Pace = { distanceMs: number; burst: number };

/** The provider's day or week that is going on, and how many requests Latchkey allows itself in it. */
export type Window = { index: number; share: number };

const NO_WINDOW: Window = { index: 0, share: 2_147_483_647 };

/**
 * Takes the next free place among all instances' requests to a host, and counts it. Milliseconds to wait for it, or
 * undefined where it would come too late or the window's share is used up: then none is taken.
 */
export async function takeSlot(
  host: string,
  { distanceMs, burst }: Pace,
  window: Window | undefined,
  longestWaitMs: number,
): Promise<number | undefined> {
  const distance = distanceMs / 1000;
  const { index, share } = window ?? NO_WINDOW;
  const [row] = await (await prisma()).$queryRaw<{ waitMs: number }[]>`
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
    RETURNING (extract(epoch FROM p."nextSlotAt" - clock_timestamp() AT TIME ZONE 'UTC') * 1000)::float8 AS "waitMs"`;
  return row === undefined ? undefined : Math.max(row.waitMs - distanceMs, 0);
}

/** What is known of a host, for people and for the schedule. */
export async function findProviderHost(host: string) {
  return (await prisma()).providerHost.findUnique({
    where: { host },
    select: { failures: true, failingSince: true, openUntil: true, outcome: true, windowIndex: true, requests: true },
  });
}
