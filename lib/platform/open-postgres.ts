import "server-only";
import pg from "pg";
import type { OpenedPool } from "./embedded-database";
import { describeError, log } from "./log";

/** What the server puts an end to, in milliseconds. The pool asks for it as it connects. */
const LIMITS = { statement_timeout: 4000, lock_timeout: 3000, idle_in_transaction_session_timeout: 10_000 };

/** Every wait has an end: by default node-postgres waits for ever on a server that went silent. */
function poolOf(connectionString: string, limits: Partial<typeof LIMITS>): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 4000,
    query_timeout: 4500,
    keepAlive: true,
    application_name: "latchkey",
    ...limits,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on("error", (error) => log.warn({ error: describeError(error) }, "a database connection broke"));
  return pool;
}

/** A pooler's word that a session is not the client's own. PostgreSQL itself knows all three settings. */
const isRefusedLimit = (error: unknown) =>
  error instanceof Error && /unsupported startup parameter/i.test(error.message);

/** Behind a pooler that drops or refuses them, the limits are the role's own, or there are none. */
async function warnOfMissingLimits(pool: pg.Pool): Promise<void> {
  const names = Object.keys(LIMITS);
  const { rows } = await pool.query<{ name: string }>(
    "SELECT name FROM unnest($1::text[]) AS name WHERE current_setting(name) IN ('0', '')",
    [names],
  );
  if (rows.length === 0) return;
  log.warn(
    { missing: rows.map(({ name }) => name) },
    "the database sets no limit of its own to what hangs: give the role these settings, see docs/scaling.md",
  );
}

/** Rejects where there is no connection. */
async function connectedPool(connectionString: string, limits: Partial<typeof LIMITS>): Promise<pg.Pool> {
  const pool = poolOf(connectionString, limits);
  try {
    (await pool.connect()).release();
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** The first connection says whether a pooler stands in between that wants none of the limits. */
export async function openPostgres(connectionString: string): Promise<OpenedPool> {
  const pool = await connectedPool(connectionString, LIMITS).catch((error: unknown) => {
    if (!isRefusedLimit(error)) throw error;
    return connectedPool(connectionString, {});
  });
  try {
    await warnOfMissingLimits(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { pool, close: () => pool.end() };
}
