import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PostgresSandbox, startPostgresSandbox } from "../sandbox/start-postgres-sandbox";
import { makeTestCertificates } from "../sandbox/test-certificates";
import { test as base, expect } from "../support/fixtures";
import { paste } from "../support/paste";

const test = base.extend<object, { database: PostgresSandbox & { authorityFile: string } }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const [{ authority, good }, folder] = await Promise.all([
        makeTestCertificates(),
        mkdtemp(path.join(tmpdir(), "latchkey-authority-")),
      ]);
      const authorityFile = path.join(folder, "authority.pem");
      await writeFile(authorityFile, authority);
      const sandbox = await startPostgresSandbox(good);
      await use(Object.assign(sandbox, { authorityFile }));
      await sandbox.close();
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  settings: [
    ({ database }, use) =>
      use({ DATABASE_HOSTS: `127.0.0.1:${database.port}`, DATABASE_CA_FILE: database.authorityFile }),
    { scope: "worker" },
  ],
});

test("I12: a database is chosen, filled from its address, verified and stored, and says that nothing reads it yet", async ({
  signedIn: page,
  database,
}) => {
  await page.goto("/data-sources/new");
  await page.getByLabel("Search data source types").fill("databases");
  const link = page.getByRole("link", { name: "PostgreSQL", exact: true });
  const tile = page.getByRole("listitem").filter({ has: link });
  await expect(tile).toContainText("Keeps credentials; there's nothing to read yet.");
  await link.click();

  const { user, password, database: name } = database.login;
  await page.getByLabel("Credential Name").fill("Warehouse");
  await paste(page, "Host", `postgres://${user}:wrong@127.0.0.1:${database.port}/${name}?sslmode=require`);
  await expect(page.getByText("It says sslmode=require; we use verify-full, always.")).toBeVisible();
  await expect(page.getByLabel("Host", { exact: true })).toHaveValue("127.0.0.1");
  await expect(page.getByLabel("Port", { exact: true })).toHaveValue(String(database.port));
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText("PostgreSQL didn't accept this login.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText("It signs in as “reader@shop, PostgreSQL 16”.")).toBeVisible();

  await page.getByLabel("Host", { exact: true }).fill("db.example.com");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText("This server may not connect to this host and port.")).toBeVisible();
  await page.getByLabel("Host", { exact: true }).fill("127.0.0.1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "Warehouse" })).toBeVisible();

  await page.goto("/data-sources/new/postgresql");
  await page.getByRole("radio", { name: "Warehouse" }).check({ force: true });
  await page
    .getByRole("button", { name: "Next" })
    .or(page.getByRole("link", { name: "Next" }))
    .click();
  await expect(page.getByText("There's nothing to read from PostgreSQL yet")).toBeVisible();
});
