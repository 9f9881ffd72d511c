import * as z from "zod/mini";

/**
 * A backup is gzip of lines of JSON: a header, then for each table a line that names it and its rows as PostgreSQL
 * writes them (`to_json`), last a trailer with the number of rows and the SHA-256 of every line before it.
 */
export const FORMAT = "latchkey.backup.v1";

/** What is left out: everyone signs in again, and nothing that opens a session travels. */
export const LEFT_OUT: readonly string[] = [
  "_prisma_migrations",
  "PasskeyChallenge",
  "RateLimit",
  "Session",
  "Verification",
];

export const backupHeader = z.object({
  format: z.literal(FORMAT),
  createdAt: z.string(),
  /** Names of the migrations that the tables have behind them. */
  migrations: z.array(z.string()),
  /** Ids of the keys that stored values name, each with a text that only it opens. Never a key. */
  keys: z.array(z.object({ id: z.string(), canary: z.nullable(z.string()) })),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
export const trailerLine = z.object({ rows: z.number(), sha256: z.string() });

/** What was written or read. */
export type BackupSummary = { rows: number; tables: number; keyIds: string[] };
