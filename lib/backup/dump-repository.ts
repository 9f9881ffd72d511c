import "server-only";
import type { PoolClient } from "pg";
import { database } from "@/lib/platform/database";
import { type BackupHeader, FORMAT, LEFT_OUT } from "./backup-format";

const FETCH = 1000;

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The tables with their columns, each behind those that it refers to. */
export async function findTables(client: PoolClient): Promise<{ table: string; columns: string[] }[]> {
  const { rows: tables } = await client.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> ALL($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [LEFT_OUT],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT f.relname AS "from", t.relname AS "to" FROM pg_constraint k
     JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`,
  );
  const sorted: typeof tables = [];
  const placed = new Set<string>();
  while (sorted.length < tables.length) {
    const waitsFor = (table: string) =>
      references.some(({ from, to }) => from === table && !placed.has(to) && tables.some((one) => one.table === to));
    const next = tables.filter(({ table }) => !placed.has(table) && !waitsFor(table));
    if (next.length === 0) throw new Error("The tables refer to each other in a circle.");
    sorted.push(...next);
    for (const { table } of next) placed.add(table);
  }
  return sorted;
}

export async function appliedMigrations(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/**
 * Reads the whole database as one moment, line by line. PostgreSQL goes on with everything else meanwhile; the embedded
 * database has one session, so that its saves wait until the last row was read.
 */
export async function* dumpLines(): AsyncGenerator<string> {
  const client = await (await database()).pool.connect();
  let failed = true;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL statement_timeout = 0");
    await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    const { rows: keys } = await client.query<BackupHeader["keys"][number]>(
      `SELECT v."keyId" AS id, k."canary" FROM (SELECT DISTINCT "keyId" FROM "CredentialVersion" WHERE "keyId" IS NOT NULL) v
       LEFT JOIN "KnownKey" k ON k."id" = v."keyId" ORDER BY 1`,
    );
    const migrations = await appliedMigrations(client);
    yield JSON.stringify({
      format: FORMAT,
      createdAt: new Date().toISOString(),
      migrations,
      keys,
    } satisfies BackupHeader);
    for (const { table, columns } of await findTables(client)) {
      yield JSON.stringify({ table, columns });
      await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT to_json(t)::text AS line FROM ${quoted(table)} t`);
      for (;;) {
        const { rows } = await client.query<{ line: string }>(`FETCH ${FETCH} FROM rows`);
        for (const { line } of rows) yield line;
        if (rows.length < FETCH) break;
      }
      await client.query("CLOSE rows");
    }
    await client.query("COMMIT");
    failed = false;
  } finally {
    // A session in an unknown state is not given back to the pool; the embedded one must be, there is no other.
    if (failed) await client.query("ROLLBACK").catch(() => undefined);
    client.release();
  }
}
