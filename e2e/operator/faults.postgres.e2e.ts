import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { expect, type Page, test } from "playwright/test";
import type { ClariSandbox } from "../sandbox/clari-sandbox";
import { startClariSandbox } from "../sandbox/start-clari-sandbox";
import { cookieOf, fillCredential, makeOwner, signIn, TOKEN } from "../support/fixtures";
import { scratchRoot } from "../support/scratch-root";
import { type App, startApp } from "../support/start-app";
import { makePostgres, type PostgresCluster, postgresBin } from "../support/start-postgres";

// A PostgreSQL of its own, which is stopped and frozen; the one that the other tests share is left alone.
let postgres: PostgresCluster;
let clari: ClariSandbox;
let dataDir: string;
let app: App;

test.skip(postgresBin() === undefined, "PostgreSQL's server programs are not where Debian installs them");

test.beforeAll(async () => {
  [postgres, clari, dataDir] = await Promise.all([
    makePostgres(postgresBin() ?? ""),
    startClariSandbox({ ratePerSecond: 1000 }),
    mkdtemp(path.join(scratchRoot(), "latchkey-faults-")),
  ]);
});
test.afterAll(async () => {
  await app?.stop();
  await postgres?.remove();
  await clari?.close();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
});

/** What the server says to a request of the page's own browser session. */
async function statusOf(page: Page, address: string): Promise<{ status: number; retryAfter: string | null }> {
  const response = await fetch(`${app.url}${address}`, {
    headers: { cookie: await cookieOf(page) },
    redirect: "manual",
    // Twice the five seconds of R11, so that a busy machine fails nothing and an endless wait does.
    signal: AbortSignal.timeout(10_000),
  });
  await response.arrayBuffer();
  return { status: response.status, retryAfter: response.headers.get("retry-after") };
}

test("a PostgreSQL that comes up after the app: not ready until then, and the set-up link is printed after all", async () => {
  const env = { DATA_DIR: dataDir, SETUP_TOKEN: TOKEN, CLARI_COPILOT_BASE_URL: clari.url, DATABASE_URL: postgres.url };
  app = await startApp(env, "alive");
  expect((await fetch(`${app.url}/api/ready`)).status).toBe(503);
  expect((await fetch(`${app.url}/sign-in`)).status).toBe(503);
  expect(app.output()).not.toContain("/setup#");
  postgres.start();
  await expect.poll(app.output, { timeout: 15_000 }).toContain(`/setup#${TOKEN}`);
  expect((await fetch(`${app.url}/api/ready`)).status).toBe(200);
  expect(await makeOwner(app.url)).toBe(201);
});

test("R10, L4: without its database every page says so and is 503, a save keeps the text, and all recovers alone", async ({
  page,
}) => {
  await signIn(page, app.url);
  await fillCredential(page, "Kept through an outage", clari.pair, app.url);
  postgres.stopHard();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The database didn't answer, so this may or may not be done.")).toBeVisible();
  await expect(page.getByLabel("Credential Name")).toHaveValue("Kept through an outage");
  await expect(page.getByLabel("API Key", { exact: true })).toHaveValue(clari.pair.apiKey);
  for (const address of ["/data-sources", "/credentials", "/sign-in", "/setup", "/data-sources/new/clari-copilot"]) {
    expect(await statusOf(page, address), address).toMatchObject({ status: 503, retryAfter: "5" });
  }
  expect((await statusOf(page, "/api/v1/credentials")).status).toBe(503);
  expect((await statusOf(page, "/api/ready")).status).toBe(503);
  expect((await statusOf(page, "/api/health")).status).toBe(200);
  const other = await page.context().newPage();
  await other.goto(`${app.url}/credentials`);
  await expect(other.getByRole("heading", { name: "The database isn't available" })).toBeVisible();
  postgres.start();
  // The page that failed loads itself; the form that failed is saved with its text.
  await expect(other.getByRole("heading", { name: "Credentials", exact: true })).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Kept through an outage" })).toBeChecked();
});

test("R11, L5: a database that hangs is given up, and leaves no connection behind that hangs", async ({ page }) => {
  await signIn(page, app.url);
  await fillCredential(page, "Kept through a stall", clari.generatePair(), app.url);
  postgres.freeze();
  try {
    // More at once than the pool has connections.
    const answers = await Promise.all(Array.from({ length: 12 }, () => statusOf(page, "/credentials")));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(503));
    expect((await statusOf(page, "/api/v1/credentials")).status).toBe(503);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("The database didn't answer, so this may or may not be done.")).toBeVisible();
  } finally {
    postgres.thaw();
  }
  const after = await Promise.all(Array.from({ length: 12 }, () => statusOf(page, "/credentials")));
  expect(after.map(({ status }) => status)).toEqual(Array(12).fill(200));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Kept through a stall" })).toBeChecked();
});
