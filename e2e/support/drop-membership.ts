import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { App } from "./start-app";

type Home = { app: App; dataDir: string; databaseUrl: string | undefined; restart(): Promise<void> };

/** Takes someone out of every workspace and leaves their session: whoever removes people ends their sessions too. */
export async function dropMembership(home: Home, userId: string): Promise<void> {
  const statement = 'DELETE FROM "Member" WHERE "userId" = $1';
  if (home.databaseUrl !== undefined) {
    const client = new pg.Client({ connectionString: home.databaseUrl });
    await client.connect();
    await client.query(statement, [userId]);
    await client.end();
    return;
  }
  // The embedded database belongs to one process.
  await home.app.stop();
  const database = await PGlite.create(path.join(home.dataDir, "database"));
  await database.query(statement, [userId]);
  await database.close();
  await home.restart();
}
