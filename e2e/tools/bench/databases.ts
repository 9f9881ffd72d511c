import { freshPostgres } from "../../support/fresh-postgres";
import { makePostgres, postgresBin } from "../../support/start-postgres";

export type Database = {
  name: string;
  /** The settings of an installation with a database of its own. */
  fresh(): Promise<Record<string, string>>;
};

export const EMBEDDED: Database = { name: "embedded", fresh: async () => ({ DATABASE_URL: "" }) };

/** The databases of this machine: a PostgreSQL that is named, or one of our own where its programs are installed. */
export async function findDatabases(): Promise<{ databases: Database[]; close(): Promise<void> }> {
  const named = process.env.E2E_POSTGRES_URL;
  const bin = postgresBin();
  if (!named && !bin) return { databases: [EMBEDDED], close: async () => undefined };
  const cluster = named || !bin ? undefined : await makePostgres(bin);
  cluster?.start();
  const url = named ?? cluster?.url ?? "";
  const postgres = { name: "PostgreSQL", fresh: async () => ({ DATABASE_URL: await freshPostgres(url) }) };
  return { databases: [EMBEDDED, postgres], close: async () => cluster?.remove() };
}
