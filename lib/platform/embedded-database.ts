import "server-only";
import { accessSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { lockDataDirectory } from "./data-directory-lock";
import { DurableFileSystem, durableStartParameters } from "./durable-file-system";
import { env } from "./env";
import { keepPrivate } from "./keep-private";
import { describeError, log } from "./log";
import { PGliteStream } from "./pglite-stream";
import { StartupError } from "./startup-error";

export type OpenedPool = { pool: pg.Pool; close(): Promise<void> };

/** A database that `npm run build` initialised: copying it is several times faster than initialising one. */
const TEMPLATE = ".next/database-template";

function assertWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartupError(
      `The data folder ${folder} cannot be written to (${code}). Give it to the user that runs Latchkey, or set DATA_DIR to another folder.`,
    );
  }
}

/** Copies the template under another name first: a copy that was cut short is never taken for a database. */
function copyTemplate(folder: string): void {
  const template = path.resolve(/* turbopackIgnore: true */ TEMPLATE);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  if (existsSync(folder) || !existsSync(template)) return;
  cpSync(template, unfinished, { recursive: true });
  renameSync(unfinished, folder);
}

/** Opens the embedded database under DATA_DIR, as its only owner. */
export async function openEmbeddedDatabase(): Promise<OpenedPool> {
  const { DATA_DIR } = env();
  const folder = path.join(DATA_DIR, "database");
  assertWritable(DATA_DIR);
  const lock = await lockDataDirectory(path.join(DATA_DIR, "database.lock"), DATA_DIR);
  try {
    copyTemplate(folder);
    keepPrivate(folder);
    const engine = await PGlite.create({ fs: new DurableFileSystem(folder), startParams: durableStartParameters });
    const onCrash = (error: unknown) => {
      log.fatal({ error: describeError(error) }, "the embedded database stopped; the launcher starts the server again");
      process.exit(70);
    };
    // Exactly one client: PGlite has one session, and the pool's queue puts everything in order.
    const pool = new pg.Pool({
      user: "postgres",
      database: "postgres",
      ssl: false,
      max: 1,
      idleTimeoutMillis: 0,
      stream: () => new PGliteStream(engine, onCrash) as never,
    });
    const close = async () => {
      await pool.end();
      await engine.close();
      lock.release();
    };
    return { pool, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}
