import "server-only";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { DatabaseUnavailable, isWriteConflict } from "./database-errors";
import { openEmbeddedDatabase } from "./embedded-database";
import { env } from "./env";
import { keepPrivate } from "./keep-private";
import { log } from "./log";
import { migrate } from "./migrate";
import { openPostgres } from "./open-postgres";
import { forget, once, onShutdown } from "./process-state.mjs";

export type Transaction = Prisma.TransactionClient;
type Database = {
  prisma: Client;
  /** For libraries that speak SQL themselves. */
  pool: pg.Pool;
  kind: "embedded" | "postgres";
};
type Client = ReturnType<typeof createClient>;

const MIN_FREE_BYTES = 32 * 1024 * 1024;

function createClient(pool: pg.Pool, kind: Database["kind"]) {
  // On the embedded database transactions wait for the only session; on PostgreSQL a long wait is a fault.
  const transactionOptions =
    kind === "embedded" ? { maxWait: 20_000, timeout: 20_000 } : { maxWait: 5000, timeout: 8000 };
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions,
    omit: { credentialVersion: { sealed: true } },
  });
}

async function openDatabase(): Promise<Database> {
  const { isBuild, DATABASE_URL, DATA_DIR } = env();
  if (isBuild) throw new Error("The database must not be opened during a build.");
  const started = performance.now();
  const kind = DATABASE_URL ? "postgres" : "embedded";
  keepPrivate(path.join(DATA_DIR, "keys"));
  const { pool, close } = await (DATABASE_URL ? openPostgres(DATABASE_URL) : openEmbeddedDatabase());
  try {
    const applied = await migrate(pool, path.resolve(/* turbopackIgnore: true */ "prisma/migrations"));
    log.info({ kind, applied, ms: Math.round(performance.now() - started) }, "database open");
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  const prisma = createClient(pool, kind);
  onShutdown("database", async () => {
    await prisma.$disconnect();
    await close();
  });
  return { prisma, pool, kind };
}

/** The database of this process, opened and migrated at the first call. One that failed to open is tried again. */
export function database(): Promise<Database> {
  return once("database", () =>
    openDatabase().catch((error: unknown) => {
      forget("database");
      throw error;
    }),
  );
}

export async function prisma(): Promise<Client> {
  return (await database()).prisma;
}

/** Looking costs as much as a small write does. Where there is plenty, nobody fills it in the time that it holds for. */
const LOOK_EVERY_MS = 100;
const PLENTY_BYTES = 1024 * 1024 * 1024;
const space = once("free space", () => ({ freeBytes: 0, lookedAt: Number.NEGATIVE_INFINITY }));

/** A full disk makes the embedded database fail and then stop answering, so it is not let come to that. */
export async function assertWritable(): Promise<void> {
  if ((await database()).kind !== "embedded") return;
  if (space.freeBytes < PLENTY_BYTES || performance.now() - space.lookedAt > LOOK_EVERY_MS) {
    const { bavail, bsize } = await statfs(env().DATA_DIR);
    Object.assign(space, { freeBytes: bavail * bsize, lookedAt: performance.now() });
  }
  if (space.freeBytes < MIN_FREE_BYTES) throw new DatabaseUnavailable("NO_SPACE");
}

/** Work that lost against another transaction is done again, twice at most. */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 3 || !isWriteConflict(error)) throw error;
    }
  }
}

/** Runs a transaction; one that lost against another is tried again. Only `tx` may be used inside. */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { prisma: client } = await database();
  await assertWritable();
  return retryConflicts(() => client.$transaction(work));
}
