import { freshPostgres } from "../../support/fresh-postgres";
import { makePostgres, postgresBin } from "../../support/start-postgres";

export type Database = {
  name: string;
  /** The settings of an installation with a database of its own. */
  fresh(): Promise<Record<string, string>>;
};

export const EMBEDDED: Database = { name: "embedded", fresh: async () => ({ DATABASE_URL: "" }) };
const POSTGRES = "PostgreSQL";

/** The databases of this machine, or the one that is asked for: a PostgreSQL that is named, or one of our own. */
export async function findDatabases(only?: string): Promise<{ databases: Database[]; close(): Promise<void> }> {
  const isWanted = (name: string) => only === undefined || name.toLowerCase().startsWith(only.toLowerCase());
  const embedded = isWanted(EMBEDDED.name) ? [EMBEDDED] : [];
  const named = process.env.E2E_POSTGRES_URL;
  const bin = postgresBin();
  if (!isWanted(POSTGRES) || (!named && !bin)) {
    if (embedded.length === 0) throw new Error(`This machine has no database that is called ${only}.`);
    return { databases: embedded, close: async () => undefined };
  }
  const cluster = named || !bin ? undefined : await makePostgres(bin);
  cluster?.start();
  const url = named ?? cluster?.url ?? "";
  const postgres = { name: POSTGRES, fresh: async () => ({ DATABASE_URL: await freshPostgres(url) }) };
  return { databases: [...embedded, postgres], close: async () => cluster?.remove() };
}
