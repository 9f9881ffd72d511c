import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { jobOf } from "@/lib/auth/job-of";
import { database } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { FORMAT } from "./backup-format";
import { restoreBackup } from "./restore-backup";

it("L6: a backup of another version is refused before a row is touched, and the sentence says what to do", async () => {
  const { pool, prisma } = await database();
  await prisma.workspace.create({ data: { id: "kept", name: "Data team" } });
  const { rows } = await pool.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1",
  );
  const migrations = rows.map(({ name }) => name);
  const [before, last] = migrations.slice(-2);
  const header = { format: FORMAT, createdAt: "2026-11-25T00:00:00Z", migrations: migrations.slice(0, -1), keys: [] };
  const text = [header, { table: "Organization", columns: ["id"] }, { id: "old" }].map((line) => JSON.stringify(line));
  const lines = `${text.join("\n")}\n`;
  const trailer = JSON.stringify({ rows: 1, sha256: createHash("sha256").update(lines).digest("hex") });
  const file = path.join(env().DATA_DIR, "older.backup");
  writeFileSync(file, gzipSync(`${lines}${trailer}\n`));
  await expect(restoreBackup(jobOf("operator"), file, { replace: true, withoutKeys: false })).rejects.toThrow(
    `This backup was made by a version whose last migration is ${before}; this one's is ${last}. Restore it with that version, and update afterwards.`,
  );
  expect(await prisma.workspace.count()).toBe(1);
});
