import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, test } from "playwright/test";
import type { ClariSandbox } from "../sandbox/clari-sandbox";
import { startClariSandbox } from "../sandbox/start-clari-sandbox";
import { fillCredential, makeOwner, signIn, TOKEN } from "../support/fixtures";
import { runOperator } from "../support/run-operator";
import { type App, startApp } from "../support/start-app";
import { hasPooler, type Pooler, startPooler } from "../support/start-pooler";
import { makePostgres, type PostgresCluster, postgresBin } from "../support/start-postgres";

// What docs/scaling.md promises of PgBouncer in transaction mode, where each transaction may be another session's.
let postgres: PostgresCluster;
let clari: ClariSandbox;
let folder: string;
let database: pg.Client;
const apps: App[] = [];
const poolers: Pooler[] = [];

test.skip(postgresBin() === undefined || !hasPooler(), "PostgreSQL or PgBouncer is not where Debian installs it");

test.beforeAll(async () => {
  [postgres, clari, folder] = await Promise.all([
    makePostgres(postgresBin() ?? ""),
    startClariSandbox({ ratePerSecond: 1000 }),
    mkdtemp(path.join(tmpdir(), "latchkey-pooled-")),
  ]);
  postgres.start();
  database = new pg.Client({ connectionString: postgres.url });
  await database.connect();
});
test.afterAll(async () => {
  for (const app of apps) await app.stop();
  await database?.end();
  for (const pooler of poolers) await pooler.stop();
  await postgres?.remove();
  await clari?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Instances with folders of their own share their keys by the environment. */
const keys = Object.fromEntries(
  ["SEALING_KEY", "AUTH_SECRET", "FINGERPRINT_KEY"].map((name) => [name, randomBytes(32).toString("base64")]),
);
const environment = (pooler: Pooler, name: string) => ({
  ...keys,
  DATA_DIR: path.join(folder, name),
  SETUP_TOKEN: TOKEN,
  CLARI_COPILOT_BASE_URL: clari.url,
  DATABASE_URL: pooler.url,
});
const MISSING = "the database sets no limit of its own";

test("L5: through a pooler that refuses limits two instances migrate one empty database, and no lock stays behind", async ({
  page,
}) => {
  const pooler = await startPooler(postgres.url);
  poolers.push(pooler);
  apps.push(...(await Promise.all(["one", "two"].map((name) => startApp(environment(pooler, name))))));
  const [first, second] = apps as [App, App];
  for (const app of apps) expect(app.output()).toContain(MISSING);
  const { rows } = await database.query(
    `SELECT count(*)::int AS applied, count(DISTINCT migration_name)::int AS different,
       (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks FROM _prisma_migrations`,
  );
  expect(rows[0]).toEqual({ applied: rows[0].different, different: expect.any(Number), locks: 0 });

  expect(await makeOwner(first.url)).toBe(201);
  await signIn(page, first.url);
  await fillCredential(page, "Through the pooler", clari.pair, first.url);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Through the pooler" })).toBeChecked();
  // The browser has the session for both ports: what one instance began, the other one knows.
  await page.goto(`${second.url}/credentials`);
  await expect(page.getByText("Through the pooler").first()).toBeVisible();
  expect((await runOperator(environment(pooler, "one"), "backup", path.join(folder, "one.backup"))).code).toBe(0);
});

test("L5: a role that has the limits has them behind a pooler too, and nothing is warned about", async () => {
  for (const limit of ["statement_timeout = '4s'", "lock_timeout = '3s'"].concat(
    "idle_in_transaction_session_timeout = '10s'",
  ))
    await database.query(`ALTER ROLE latchkey IN DATABASE postgres SET ${limit}`);
  const pooler = await startPooler(postgres.url, {
    ignore_startup_parameters: "statement_timeout, lock_timeout, idle_in_transaction_session_timeout",
  });
  poolers.push(pooler);
  const app = await startApp(environment(pooler, "three"));
  apps.push(app);
  expect(app.output()).toContain("database open");
  expect(app.output()).not.toContain(MISSING);
});
