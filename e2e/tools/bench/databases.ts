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
  const own = named || !bin ? undefined : await startOwn(bin);
  const url = named ?? own?.url ?? "";
  const postgres = { name: POSTGRES, fresh: async () => ({ DATABASE_URL: await freshPostgres(url) }) };
  return { databases: [...embedded, postgres], close: async () => own?.close() };
}

/** It runs apart from this process, and so has to be ended by it, also where someone interrupts. */
async function startOwn(bin: string): Promise<{ url: string; close(): Promise<void> }> {
  const cluster = await makePostgres(bin);
  process.once("exit", cluster.stopHard);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  cluster.start();
  const close = async () => {
    process.off("exit", cluster.stopHard);
    await cluster.remove();
  };
  return { url: cluster.url, close };
}
