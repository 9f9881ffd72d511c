import { afterAll, beforeAll, expect, it } from "vitest";
import { type BeforeMigration, INITIALISING_MS, openBeforeMigration } from "@/lib/platform/before-migration.fixture";
import { type ChainedEvent, hashOf, NO_HASH } from "./audit-chain";

let before: BeforeMigration;
beforeAll(async () => {
  before = await openBeforeMigration("audit");
}, INITIALISING_MS);
afterAll(() => before.engine.close());

it("L2: events from before the chain are chained by the migration, in the order of their time", async () => {
  const { engine, migrate } = before;
  await engine.exec(`
    INSERT INTO "Organization" ("id", "name", "slug") VALUES ('one', 'One', 'one'), ('two', 'Two', 'two'), ('none', 'N', 'n');
    INSERT INTO "AuditEvent" ("id", "workspaceId", "at", "actorId", "action", "subjectId", "subjectName", "fields", "result", "peer")
    SELECT 'e' || n, CASE n % 2 WHEN 0 THEN 'one' ELSE 'two' END, timestamp '2026-01-01 00:00:00.5' - n * interval '1 hour',
      'a', 'x.y', 's', 'Früher ' || n, CASE n % 3 WHEN 0 THEN NULL ELSE '{name,"a,b"}'::text[] END, 'ok', NULL
    FROM generate_series(1, 40) n`);
  await migrate();
  await engine.exec(`
    INSERT INTO "AuditEvent" ("id", "workspaceId", "at", "actorId", "action", "subjectId", "subjectName", "result")
    VALUES ('new', 'one', now(), 'a', 'x.y', 's', 'New', 'ok')`);
  for (const [workspace, count] of [
    ["one", 21],
    ["two", 20],
  ] as const) {
    const { rows } = await engine.query<Omit<ChainedEvent, "at" | "seq"> & { seq: number; ms: number }>(
      `SELECT *, (extract(epoch FROM "at") * 1000)::float8 AS "ms" FROM "AuditEvent" WHERE "workspaceId" = $1 ORDER BY "seq"`,
      [workspace],
    );
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(rows.map(({ ms }) => ms)).toEqual(rows.map(({ ms }) => ms).sort((left, right) => left - right));
    let last = NO_HASH;
    for (const row of rows) {
      expect(row.previousHash).toBe(last);
      expect(row.hash).toBe(hashOf({ ...row, seq: BigInt(row.seq), at: new Date(row.ms) }));
      last = row.hash;
    }
    const head = await engine.query(`SELECT "seq"::int, "hash" FROM "AuditHead" WHERE "workspaceId" = $1`, [workspace]);
    expect(head.rows).toEqual([{ seq: count, hash: last }]);
  }
});
