import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Pool, PoolClient, QueryConfig } from "pg";
import { StartupError } from "./startup-error";

/** The lock that Prisma's own schema engine takes, so that both wait for each other. */
const PRISMA_LOCK = 72_707_369;

const MIGRATION_LIMIT_MS = 60 * 60 * 1000;
/** Who has waited for so long gives up, and comes again: the server is alive meanwhile, and not ready. */
const LOCK_LIMIT_MS = 3000;

const CREATE_HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

type Migration = { name: string; sql: string; checksum: string };

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(/* turbopackIgnore: true */ folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(/* turbopackIgnore: true */ path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** The checksums of what is applied, by name. Throws where the history and the folder tell different stories. */
async function readHistory(client: PoolClient, migrations: Migration[]): Promise<Map<string, string>> {
  await client.query(CREATE_HISTORY);
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const { migration_name: name, checksum, finished_at } of rows) {
    if (!finished_at) {
      throw new StartupError(`Migration ${name} failed earlier. Resolve it first with "prisma migrate resolve".`);
    }
    const expected = known.get(name);
    if (expected === undefined) {
      throw new StartupError(
        `The database holds migration ${name}, which this version does not have. Start a newer one.`,
      );
    }
    if (expected !== checksum) throw new StartupError(`Migration ${name} was changed after it had been applied.`);
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** Ends the transaction that it is called in. */
async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    // It takes as long as the rows that are there need; the limits of the pool are for requests.
    await client.query("SET LOCAL statement_timeout = 0");
    const untilDone: QueryConfig & { query_timeout: number } = { text: sql, query_timeout: MIGRATION_LIMIT_MS };
    await client.query(untilDone);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    throw new StartupError(`Migration ${name} failed and was rolled back.`, { cause: error });
  }
}

/**
 * Applies the first one that is missing, and says which; undefined where none is. All in one transaction, its lock too:
 * behind a pooler a lock of the session would be left behind in a session that others go on with.
 */
async function applyNext(client: PoolClient, migrations: Migration[]): Promise<string | undefined> {
  await client.query("BEGIN");
  try {
    await client.query(`SET LOCAL lock_timeout = ${LOCK_LIMIT_MS}`);
    await client.query("SELECT pg_advisory_xact_lock($1)", [PRISMA_LOCK]);
    const history = await readHistory(client, migrations);
    const next = migrations.find((migration) => !history.has(migration.name));
    if (next) await apply(client, next);
    else await client.query("COMMIT");
    return next?.name;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/**
 * Applies `<folder>/<name>/migration.sql` in order and returns the names applied now. It records exactly what
 * `prisma migrate deploy` records, so the two can take turns on one database. Every migration is one transaction: a
 * process killed half-way leaves nothing of it (and `CREATE INDEX CONCURRENTLY` cannot be used). Of several processes
 * each goes on where the last one stopped.
 */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    const applied: string[] = [];
    for (;;) {
      const name = await applyNext(client, migrations);
      if (name === undefined) return applied;
      applied.push(name);
    }
  } finally {
    client.release();
  }
}
