import { readdir, readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";

/** How long a busy machine may take to initialise a database: the template, which others copy, is of this version. */
export const INITIALISING_MS = 180_000;

export type BeforeMigration = Awaited<ReturnType<typeof openBeforeMigration>>;

/** A database as the versions before a migration left it, and what migrates it from there to this version. */
export async function openBeforeMigration(migration: string) {
  const names = (await readdir("prisma/migrations")).filter((name) => /^\d/.test(name)).sort();
  const first = names.findIndex((name) => name.endsWith(`_${migration}`));
  const engine = await PGlite.create();
  const apply = async (some: string[]) => {
    for (const name of some) await engine.exec(await readFile(`prisma/migrations/${name}/migration.sql`, "utf8"));
  };
  await apply(names.slice(0, first));
  return { engine, migrate: () => apply(names.slice(first)) };
}
