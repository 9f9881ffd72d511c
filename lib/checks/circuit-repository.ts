import "server-only";
import { prisma, retryConflicts } from "@/lib/platform/database";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";

/** So many different credentials that got no answer, and nobody an answer in between, open the circuit of a host. */
const CREDENTIALS_TO_OPEN = 3;
/** So many checks of one credential in a row without an answer open its own. */
const FAILURES_TO_OPEN = 5;
const SHORTEST_PAUSE_S = 30;
const LONGEST_PAUSE_S = 300;
/** In spite of a pause, one person of all may ask in so many seconds. */
const BY_HAND_S = 30;
/** Longer than any check: whoever asks for all and dies lets the next one ask after this. */
const PROBE_S = 15;
/** A pause has its full length with this many; which ones they are need not be known beyond it. */
const MOST_FAILING = 10;
/** In the place of a credential: the host as a whole. */
const WHOLE = "";

/** Whose check it is: which host and values, and whether a person asks or the schedule. */
export type Asker = { host: string; credential: string; byHand: boolean };

/** Open for everyone who asks the host, or for this credential alone. */
export type Circuit = { state: "closed" } | { state: "open"; to: "everyone" | "credential"; retryAfterSeconds: number };

// The database's own time, so that the clocks of instances may differ.
const now = Prisma.sql`(clock_timestamp() AT TIME ZONE 'UTC')`;
const seconds = (count: number) => Prisma.sql`make_interval(secs => ${count}::float8)`;
const mayAskAt = (byHand: boolean) =>
  byHand
    ? Prisma.sql`least("openUntil", COALESCE("probedAt" + ${seconds(BY_HAND_S)}, ${now}))`
    : Prisma.sql`"openUntil"`;
const openOnes = ({ host, credential }: Asker) =>
  Prisma.sql`"host" = ${host} AND "credential" IN (${WHOLE}, ${credential}) AND "openUntil" IS NOT NULL`;

/**
 * Whether a host may be asked about a credential. While a circuit is open nobody asks, but for one person in half a
 * minute; once its pause is over exactly one check, on whichever instance, asks for all.
 */
export async function enterCircuit(asker: Asker): Promise<Circuit> {
  const mayAsk = mayAskAt(asker.byHand);
  const open = await prepared<{ credential: string; waitMs: number }>(Prisma.sql`
    SELECT "credential", (extract(epoch FROM ${mayAsk} - ${now}) * 1000)::float8 AS "waitMs"
    FROM "ProviderCircuit" WHERE ${openOnes(asker)} ORDER BY "waitMs" DESC`);
  const [longest] = open;
  if (!longest) return { state: "closed" };
  const to = longest.credential === WHOLE ? "everyone" : "credential";
  if (longest.waitMs > 0) return { state: "open", to, retryAfterSeconds: Math.ceil(longest.waitMs / 1000) };
  const client = await prisma();
  const claimed = await retryConflicts(
    () => client.$executeRaw`
      UPDATE "ProviderCircuit" SET "probedAt" = ${now}, "openUntil" = greatest("openUntil", ${now} + ${seconds(PROBE_S)})
      WHERE ${openOnes(asker)} AND ${mayAsk} <= ${now}`,
  );
  return claimed === open.length ? { state: "closed" } : { state: "open", to, retryAfterSeconds: PROBE_S };
}

/** The host answered, whatever it said: there is nothing left against it, nor against this credential. */
export async function closeCircuit({ host, credential }: Omit<Asker, "byHand">): Promise<void> {
  await retryConflicts(() =>
    prepared(Prisma.sql`
      DELETE FROM "ProviderCircuit" WHERE "host" = ${host}
      AND ("credential" IN (${WHOLE}, ${credential}) OR "failedAt" < ${now} - interval '1 hour')`),
  );
}

/** When a circuit may be asked again, from so many failures on, each of which doubles the pause. */
const pauseAfter = (failures: Prisma.Sql, toOpen: number) => Prisma.sql`
  CASE WHEN ${failures} < ${toOpen} THEN NULL ELSE ${now} + make_interval(secs =>
    least(${SHORTEST_PAUSE_S} * power(2, least(${failures} - ${toOpen}, 10)), ${LONGEST_PAUSE_S})::float8
    * (0.9 + random() * 0.2)) END`;

/** There was no answer for this credential: one more failure of its own, and of the host where it is a new one. */
export async function countFailure({ host, credential }: Omit<Asker, "byHand">): Promise<void> {
  const client = await prisma();
  const failing = Prisma.sql`
    CASE WHEN ${credential} = ANY(c."failing") OR cardinality(c."failing") >= ${MOST_FAILING} THEN c."failing"
    ELSE array_append(c."failing", ${credential}::text) END`;
  const different = Prisma.sql`cardinality(${failing})`;
  await retryConflicts(
    () => client.$executeRaw`
      WITH "own" AS (
        INSERT INTO "ProviderCircuit" AS c ("host", "credential", "failures", "failingSince", "failedAt", "probedAt")
        VALUES (${host}, ${credential}, 1, ${now}, ${now}, ${now})
        ON CONFLICT ("host", "credential") DO UPDATE SET
          "failures" = c."failures" + 1, "failedAt" = ${now}, "probedAt" = ${now},
          "openUntil" = ${pauseAfter(Prisma.sql`c."failures" + 1`, FAILURES_TO_OPEN)}
      )
      INSERT INTO "ProviderCircuit" AS c ("host", "credential", "failures", "failing", "failingSince", "failedAt")
      VALUES (${host}, ${WHOLE}, 1, ARRAY[${credential}::text], ${now}, ${now})
      ON CONFLICT ("host", "credential") DO UPDATE SET
        "failing" = ${failing}, "failures" = ${different}, "failedAt" = ${now},
        "openUntil" = ${pauseAfter(different, CREDENTIALS_TO_OPEN)}`,
  );
}

/** Since when and until when nobody asks a host; undefined where somebody may. */
export async function findOpenCircuit(host: string) {
  const row = await (await prisma()).providerCircuit.findUnique({
    where: { host_credential: { host, credential: WHOLE } },
    select: { failingSince: true, openUntil: true },
  });
  return row?.openUntil ? { failingSince: row.failingSince, openUntil: row.openUntil } : undefined;
}
