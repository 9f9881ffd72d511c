import "server-only";
import { database } from "./database";

/**
 * Has the embedded database look at what is in its tables, as a PostgreSQL does by itself: without, its planner takes
 * every table for a small one for ever, and keeps the plans that it made when they were empty.
 */
export async function refreshStatistics(): Promise<void> {
  const { kind, pool } = await database();
  if (kind === "embedded") await pool.query("ANALYZE");
}
