import "server-only";
import { database } from "@/lib/platform/database";

/** Has an embedded database look at what is in its tables. A PostgreSQL does so by itself. */
export async function analyzeTables(): Promise<void> {
  const { kind, pool } = await database();
  if (kind === "embedded") await pool.query("ANALYZE");
}
