import pg from "pg";
import { expect, fillCredential, test } from "../support/fixtures";
import { type App, freePort, startApp } from "../support/start-app";

const DUE = 400;

// One instance that makes the credentials and leaves their checks to the other two.
test.use({ settings: { WORKER: "off" } });

test("R1: two instances on one database check 400 due credentials once each while one of them is killed", async ({
  signedIn: page,
  home,
}) => {
  test.setTimeout(420_000);
  const { databaseUrl, env, clari } = home;
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const apps: App[] = [];
  try {
    await database.query('DELETE FROM "Credential"');
    const create = (number: number) =>
      page.request.post("/api/v1/credentials", {
        headers: { origin: home.app.url },
        data: {
          connectorId: "clari-copilot",
          name: `Due ${number}`,
          description: "",
          values: clari.pair,
          saveUnverified: true,
          keepBoth: true,
        },
      });
    for (let number = 0; number < DUE; number += 20) {
      const made = await Promise.all(Array.from({ length: 20 }, (_, index) => create(number + index)));
      expect(made.map((response) => response.status())).toEqual(Array(20).fill(201));
    }
    await database.query(`UPDATE "Credential" SET "nextCheckAt" = (now() AT TIME ZONE 'UTC')`);
    const asked = clari.requests.length;
    const checks = async () =>
      Number((await database.query('SELECT count(*) AS count FROM "CredentialCheck"')).rows[0].count);

    for (const _ of [1, 2]) apps.push(await startApp({ ...env, WORKER: "on", PORT: String(await freePort()) }));
    await expect.poll(checks, { timeout: 120_000, intervals: [200] }).toBeGreaterThan(DUE / 4);
    await apps[0]?.kill();
    await expect.poll(checks, { timeout: 300_000, intervals: [1000] }).toBe(DUE);

    const { rows } = await database.query(`
      SELECT count(*)::int AS checked, (SELECT count(*)::int FROM "Credential" WHERE "checkLease" IS NOT NULL) AS stuck
      FROM (SELECT "credentialId" FROM "CredentialCheck" GROUP BY 1 HAVING count(*) = 1 AND min("outcome") = 'accepted') c`);
    expect(rows[0]).toEqual({ checked: DUE, stuck: 0 });
    // What the killed one had asked and not written down was asked again: at most one for each of its two lanes.
    expect(clari.requests.length - asked).toBeLessThanOrEqual(DUE + 2);
    // The sandbox allows ten a second, as Clari does: both together never met that limit.
    expect(clari.requests.filter(({ status }) => status === 429)).toEqual([]);
  } finally {
    for (const app of apps) await app.kill();
    await database.end();
  }
});

test("I8: once Latchkey's share of the provider's week is used up, nobody is asked, and the sentence says for how long", async ({
  signedIn: page,
  home,
}) => {
  const database = new pg.Client({ connectionString: home.databaseUrl });
  await database.connect();
  try {
    await fillCredential(page, "Past the share", home.clari.pair);
    const ask = page.getByRole("button", { name: "Test", exact: true });
    await ask.click();
    await expect(page.getByText("Clari Copilot accepted this pair.")).toBeVisible();
    await database.query('UPDATE "ProviderHost" SET "requests" = 50000');
    const asked = home.clari.requests.length;
    await ask.click();
    await expect(page.getByText("We didn't ask Clari Copilot: we stay below its request limit")).toBeVisible();
    await expect(page.getByText(/Try again in \d+ (days|hours|minutes|seconds)\./)).toBeVisible();
    expect(home.clari.requests).toHaveLength(asked);
    await page.goto("/settings/credentials");
    await expect(page.getByText("50,000 of 50,000 this week by checks")).toBeVisible();
  } finally {
    await database.end();
  }
});
