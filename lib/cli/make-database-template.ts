import { rmSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { migrate } from "@/lib/platform/migrate";
import { PGliteStream } from "@/lib/platform/pglite-stream";

// A freshly initialised and migrated database, which the first start of an installation copies: initialising one takes
// several seconds. It holds no row.
const folder = path.resolve(".next/database-template");
rmSync(folder, { recursive: true, force: true });
const engine = await PGlite.create({ dataDir: folder });
const pool = new pg.Pool({
  user: "postgres",
  database: "postgres",
  ssl: false,
  max: 1,
  stream: () => new PGliteStream(engine) as never,
});
await migrate(pool, path.resolve("prisma/migrations"));
await pool.end();
await engine.close();
