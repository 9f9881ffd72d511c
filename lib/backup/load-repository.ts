import "server-only";
import type { PoolClient } from "pg";
import { database } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { LEFT_OUT } from "./backup-format";
import { appliedMigrations, findTables, quoted } from "./dump-repository";

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 4 * 1024 * 1024;

/** The one transaction of a restore. */
export type Loader = {
  /** Refuses tables of another version than the backup's, and rows that nobody said may go. */
  prepare(migrations: readonly string[], replace: boolean): Promise<void>;
  beginTable(table: string, columns: readonly string[]): Promise<void>;
  add(line: string): Promise<void>;
  flush(): Promise<void>;
};

function loaderOf(client: PoolClient): Loader {
  let insertion = "";
  let lines: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (lines.length > 0) await client.query(insertion, [`[${lines.join(",")}]`]);
    lines = [];
    characters = 0;
  };
  return {
    prepare: async (migrations, replace) => {
      const applied = await appliedMigrations(client);
      if (applied.join() !== [...migrations].sort().join()) {
        const last = migrations.at(-1);
        throw new Refusal(
          "CHANGED_MEANWHILE",
          `This backup was made by a version whose last migration is ${last}; this one's is ${applied.at(-1)}. Restore it with that version, and update afterwards.`,
        );
      }
      const tables = (await findTables(client)).map(({ table }) => table);
      const { rows } = await client.query<{ filled: boolean }>(
        `SELECT ${["User", "Workspace", "CredentialVersion"].map((table) => `EXISTS (SELECT 1 FROM ${quoted(table)})`).join(" OR ")} AS filled`,
      );
      if (rows[0]?.filled && !replace) {
        throw new Refusal("IN_USE", "This database is not empty. To throw away what is in it, add --replace.");
      }
      // The trail comes back as it was, numbers and hashes included, and is guarded again before anyone else sees it.
      await client.query('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER');
      const emptied = [...tables, ...LEFT_OUT.filter((table) => table !== "_prisma_migrations")];
      await client.query(`TRUNCATE ${emptied.map(quoted).join(", ")} CASCADE`);
    },
    beginTable: async (table, columns) => {
      await flush();
      const known = await findTables(client);
      const there = known.find((one) => one.table === table);
      if (!there || columns.some((column) => !there.columns.includes(column))) {
        throw new Refusal("INVALID_INPUT", "The backup names a table or column that this version does not have.");
      }
      const names = columns.map(quoted).join(", ");
      insertion = `INSERT INTO ${quoted(table)} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`;
    },
    add: async (line) => {
      lines.push(line);
      characters += line.length;
      if (lines.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await flush();
    },
    flush,
  };
}

/** Runs a restore as one transaction: a failure, a refusal or a crash leaves what was there before. */
export async function loadTogether(work: (loader: Loader) => Promise<void>): Promise<void> {
  const client = await (await database()).pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL statement_timeout = 0");
    await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    await work(loaderOf(client));
    await client.query('ALTER TABLE "AuditEvent" ENABLE TRIGGER USER');
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
