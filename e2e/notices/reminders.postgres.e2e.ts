import pg from "pg";
import { expect, test } from "../support/fixtures";
import { credentialBody } from "../support/people";
import { type App, freePort, startApp } from "../support/start-app";

const DUE = 1000;

// One instance that makes the credentials and leaves the reminders to the other two.
test.use({ settings: { WORKER: "off" } });

test("R1: two instances tell of 1,000 overdue rotations once each while one of them is killed", async ({
  signedIn: page,
  home: { app, env, clari, databaseUrl },
}) => {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const apps: App[] = [];
  try {
    const made = await page.request.post("/api/v1/credentials", {
      headers: { origin: app.url },
      data: { ...credentialBody(clari.pair, "Overdue"), rotateBy: "2020-01-31" },
    });
    expect(made.status()).toBe(201);
    await database.query(
      `INSERT INTO "Credential" ("id", "workspaceId", "connectorId", "name", "nameKey", "ownerId", "status", "formId", "updatedAt", "rotateBy")
       SELECT "id" || n, "workspaceId", "connectorId", 'Overdue ' || n, 'overdue ' || n, "ownerId", "status", "formId" || n, "updatedAt", "rotateBy"
       FROM "Credential", generate_series(2, $1) n WHERE "name" = 'Overdue'`,
      [DUE],
    );
    const count = async (column: string) =>
      Number((await database.query(`SELECT count(${column}) AS count FROM "Notice"`)).rows[0].count);

    for (const _ of [1, 2]) apps.push(await startApp({ ...env, WORKER: "on", PORT: String(await freePort()) }));
    await expect.poll(() => count("*"), { timeout: 30_000, intervals: [10] }).toBeGreaterThan(0);
    await apps[0]?.kill();
    await expect.poll(() => count('DISTINCT "credentialId"'), { timeout: 60_000 }).toBe(DUE);
    expect(await count("*")).toBe(DUE);
    const { rows } = await database.query('SELECT count(*)::int AS left FROM "Credential" WHERE "reminded" <> $1', [
      "OVERDUE",
    ]);
    expect(rows).toEqual([{ left: 0 }]);
  } finally {
    for (const instance of apps) await instance.kill();
    await database.end();
  }
});
