import pg from "pg";
import { expect, test } from "../support/fixtures";
import { verifyTrail } from "../support/run-operator";

// The embedded database belongs to its server; unit tests tamper with that one.
test.use({ installation: "audit/audit" });

test("L2: an event that was changed in the database is found, on the page and in a shell", async ({
  page,
  home,
  signedIn: _,
}) => {
  const client = new pg.Client({ connectionString: home.databaseUrl });
  await client.connect();
  await expect(client.query(`UPDATE "AuditEvent" SET "result" = 'ok'`)).rejects.toThrow("neither changed nor deleted");
  await client.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER USER`);
  await client.query(`UPDATE "AuditEvent" SET "peer" = '10.0.0.1' WHERE "seq" = 2`);
  await client.query(`ALTER TABLE "AuditEvent" ENABLE TRIGGER USER`);
  await client.end();
  await page.goto("/audit");
  await page.getByRole("button", { name: "Verify the trail" }).click();
  await expect(page.getByText("The trail isn't intact.")).toBeVisible();
  await expect(page.getByText("Someone changed event 2 after it was written.")).toBeVisible();
  const shell = await verifyTrail(home.env);
  expect(shell).toMatchObject({ code: 1 });
  expect(shell.output).toContain("Someone changed event 2");
});
