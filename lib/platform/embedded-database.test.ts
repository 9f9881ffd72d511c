import * as fs from "node:fs";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type OpenedPool, openEmbeddedDatabase } from "./embedded-database";
import { env } from "./env";
import { migrate } from "./migrate";

vi.mock("node:fs", async (original) => {
  const actual = await original<typeof fs>();
  return { ...actual, fdatasyncSync: vi.fn(actual.fdatasyncSync) };
});
const syncs = () => vi.mocked(fs.fdatasyncSync).mock.calls.length;

let opened: OpenedPool;

beforeAll(async () => {
  opened = await openEmbeddedDatabase();
});
afterAll(() => opened.close());

describe("the embedded database", () => {
  it("syncs every commit to disk before it is acknowledged, and nothing for a read", async () => {
    await opened.pool.query("CREATE TABLE durable (id int)");
    await opened.pool.query("CHECKPOINT");
    for (let id = 0; id < 20; id += 1) {
      const before = syncs();
      await opened.pool.query("INSERT INTO durable VALUES ($1)", [id]);
      expect(syncs()).toBeGreaterThan(before);
    }
    const before = syncs();
    await opened.pool.query("SELECT count(*) FROM durable");
    expect(syncs()).toBe(before);
  });
});

describe("R15: migrations", () => {
  const migrations = path.join(env().DATA_DIR, "migrations");
  const write = (name: string, sql: string) => {
    mkdirSync(path.join(migrations, name), { recursive: true });
    writeFileSync(path.join(migrations, name, "migration.sql"), sql);
  };
  const tables = async () => {
    const { rows } = await opened.pool.query(
      "SELECT tablename FROM pg_tables WHERE tablename IN ('one', 'two', 'half')",
    );
    return rows.map(({ tablename }) => tablename).sort();
  };

  it("are applied once, in order; a failing one leaves nothing; a changed one is refused", async () => {
    // The template that a build left may have the app's own migrations: this is about a history of its own.
    await opened.pool.query("DROP TABLE IF EXISTS _prisma_migrations");
    write("1_one", "CREATE TABLE one (id int);");
    write("2_two", "ALTER TABLE one ADD COLUMN name text; CREATE TABLE two (id int);");
    expect(await migrate(opened.pool, migrations)).toEqual(["1_one", "2_two"]);
    expect(await migrate(opened.pool, migrations)).toEqual([]);
    write("3_half", "CREATE TABLE half (id int); SELECT nothing_of_this_name;");
    await expect(migrate(opened.pool, migrations)).rejects.toThrow("3_half failed and was rolled back");
    expect(await tables()).toEqual(["one", "two"]);
    write("3_half", "CREATE TABLE half (id int);");
    expect(await migrate(opened.pool, migrations)).toEqual(["3_half"]);
    write("1_one", "CREATE TABLE one (id bigint);");
    await expect(migrate(opened.pool, migrations)).rejects.toThrow("1_one was changed after it had been applied");
  });
});
