import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { cookieOf, expect } from "../support/fixtures";
import { credentialBody, dataSourceBody, test } from "../support/people";
import { idsIn, runOperator, sealedBy, verifyTrail } from "../support/run-operator";
import { saveAs } from "../support/save-as";

// What only a database with several sessions can get wrong.
const PAIRS = 50;

test("Z8: 50 parallel pairs of deleting and creating a source leave no source without its credential", async ({
  owner,
  home: { clari, databaseUrl },
}) => {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const saved = await Promise.all(
      Array.from({ length: PAIRS }, (_, number) =>
        owner.post("/credentials", { ...credentialBody(clari.pair, `Raced ${number}`), saveUnverified: true }),
      ),
    );
    // As if the provider had been asked, which takes fifty such questions a while.
    const { rows } = await database.query<{ id: string }>(
      `UPDATE "Credential" SET "status" = 'VERIFIED' WHERE "id" = ANY($1) RETURNING "id"`,
      [saved.map(({ body }) => body.id)],
    );
    expect(rows).toHaveLength(PAIRS);
    const results = await Promise.all(
      rows.map(async ({ id }, number) => {
        // Either may be first: every other pair begins the other way round.
        const create = () => owner.post("/data-sources", dataSourceBody(id, `Raced source ${number}`));
        const remove = () => owner.delete(`/credentials/${id}`);
        const [source, deletion] =
          number % 2 === 0
            ? await Promise.all([create(), remove()])
            : (await Promise.all([remove(), create()])).toReversed();
        return { id, source: source?.status, deletion: deletion?.status };
      }),
    );
    const { rows: sources } = await database.query<{ id: string; deletedAt: Date | null }>(
      `SELECT c."id", c."deletedAt" FROM "DataSource" s LEFT JOIN "Credential" c ON c."id" = s."credentialId"
       WHERE s."name" LIKE 'Raced source%'`,
    );
    expect(sources.filter(({ id, deletedAt }) => id === null || deletedAt !== null)).toEqual([]);
    const used = new Set(sources.map(({ id }) => id));
    for (const { id, source, deletion } of results)
      expect([source, deletion], id).toEqual(used.has(id) ? [201, 409] : [404, 204]);
  } finally {
    await database.end();
  }
});

test("R19, R2: a backup made during saves restores into another PostgreSQL, where two rotations at once open every value", async ({
  signedIn: page,
  home,
}) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(path.join(tmpdir(), "latchkey-restored-"));
  const database = new pg.Client({ connectionString: home.databaseUrl });
  await database.connect();
  const name = `restored_${crypto.randomUUID().replaceAll("-", "")}`;
  try {
    const cookie = await cookieOf(page);
    for (let number = 0; number < 5; number += 1) expect(await saveAs(home, cookie, `Before ${number}`)).toBe(201);
    const backup = path.join(folder, "latchkey.backup");
    const [made, ...saves] = await Promise.all([
      runOperator(home.env, "backup", backup),
      ...Array.from({ length: 5 }, (_, number) => saveAs(home, cookie, `Meanwhile ${number}`)),
    ]);
    expect([made.code, saves]).toEqual([0, [201, 201, 201, 201, 201]]);

    await database.query(`CREATE DATABASE ${name}`);
    const url = new URL(home.databaseUrl ?? "");
    url.pathname = `/${name}`;
    const env = { ...home.env, DATABASE_URL: url.href, DATA_DIR: path.join(folder, "data") };
    await cp(path.join(home.dataDir, "keys"), path.join(env.DATA_DIR, "keys"), { recursive: true });
    expect(await runOperator(env, "restore", backup)).toMatchObject({ code: 0 });
    expect(await verifyTrail(env)).toMatchObject({ code: 0 });
    const [old = ""] = idsIn(await runOperator(env, "keys", "status"), "active");
    expect((await runOperator(env, "keys", "add")).code).toBe(0);
    expect((await runOperator(env, "keys", "rotate", "--confirm-backup")).code).toBe(0);
    expect(await Promise.all([1, 2].map(() => runOperator(env, "keys", "rotate")))).toMatchObject([
      { code: 0 },
      { code: 0 },
    ]);
    const after = await runOperator(env, "keys", "status");
    expect(sealedBy(after, old)).toBe(0);
    const [active = ""] = idsIn(after, "active");
    expect(active).not.toBe(old);
    expect(sealedBy(after, active)).toBeGreaterThanOrEqual(5);
  } finally {
    await database.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await database.end();
    await rm(folder, { recursive: true, force: true });
  }
});
