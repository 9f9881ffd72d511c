import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { cookieOf, expect, test } from "../support/fixtures";
import { idsIn, runOperator, sealedBy, startOperator } from "../support/run-operator";
import { saveAs } from "../support/save-as";
import { filesUnder, formsOf } from "../support/secret-forms";
import { startApp } from "../support/start-app";

const CREDENTIALS = 600;
const ROTATIONS = 10;

type Rotation = { keyId: string; isRunning: boolean; total: number; resealed: number };

/** Until a rotation towards another key than before has sealed this share of its rows again. */
async function untilSealed(url: string, cookie: string, before: string | undefined, share: number): Promise<Rotation> {
  for (;;) {
    const response = await fetch(`${url}/api/v1/keys`, { headers: { cookie } });
    const { rotation } = (await response.json()) as { rotation?: Rotation };
    const isNew = rotation !== undefined && rotation.keyId !== before;
    if (isNew && (!rotation.isRunning || rotation.resealed >= rotation.total * share)) return rotation;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test.use({ installation: "operator/keys" });
test.describe.configure({ mode: "serial" });

let folder: string;
const backup = () => path.join(folder, "latchkey.backup");
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "latchkey-keys-"));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test("R2: kill -9 during rotations with saves going on: every value opens, and nothing is left under the old key", async ({
  signedIn: page,
  home,
}) => {
  test.setTimeout(580_000);
  const { env } = home;
  const cookie = await cookieOf(page);
  const save = (name: string) => saveAs(home, cookie, name);
  for (let number = 0; number < CREDENTIALS; number += 20) {
    const made = await Promise.all(Array.from({ length: 20 }, (_, index) => save(`Key-${number + index}`)));
    expect(made).toEqual(Array(20).fill(201));
  }
  let acknowledged = CREDENTIALS;
  let unanswered = 0;
  let interrupted = 0;
  let keyId: string | undefined;
  for (let round = 0; round < ROTATIONS; round += 1) {
    expect((await runOperator(env, "keys", "add")).code).toBe(0);
    let isOver = false;
    const saving = (async () => {
      for (let number = 0; !isOver; number += 1) {
        const status = await save(`During-${round}-${number}`);
        if (status === 201) acknowledged += 1;
        else unanswered += 1;
        if (status !== 201) return;
      }
    })();
    const rotating = startOperator(env, "keys", "rotate", "--confirm-backup");
    // Each time it is further, from the first row to the last but a few.
    ({ keyId } = await untilSealed(home.app.url, cookie, keyId, round / ROTATIONS));
    await home.app.kill();
    // On PostgreSQL it does the work itself.
    rotating.kill();
    isOver = true;
    const [{ code }] = await Promise.all([rotating.ended, saving]);
    if (code !== 0) interrupted += 1;
    home.app = await startApp(env);
  }
  console.log(`${interrupted} of ${ROTATIONS} rotations were cut off, ${acknowledged - CREDENTIALS} saves went on`);
  expect(interrupted).toBeGreaterThan(ROTATIONS / 2);
  const last = await runOperator(env, "keys", "rotate", "--confirm-backup");
  expect(last).toMatchObject({ code: 0 });
  const status = await runOperator(env, "keys", "status");
  const [active = ""] = idsIn(status, "active");
  expect(sealedBy(status, active)).toBeGreaterThanOrEqual(acknowledged);
  expect(sealedBy(status, active)).toBeLessThanOrEqual(acknowledged + unanswered);
  const older = idsIn(status, "older");
  expect(older.length).toBeGreaterThan(0);
  for (const id of older) expect(sealedBy(status, id)).toBe(0);
  // A rotation opens every value: one more, undisturbed, and all of them did.
  expect((await runOperator(env, "keys", "add")).code).toBe(0);
  const proof = await runOperator(env, "keys", "rotate", "--confirm-backup");
  expect(proof.code).toBe(0);
  console.log(proof.output.trim());
  for (const id of older) expect((await runOperator(env, "keys", "retire", id)).code).toBe(0);
});

test("S5, S10, R19: a backup during saves is whole; neither it nor the database's files hold a value or a key", async ({
  home,
  signedIn: page,
}) => {
  test.setTimeout(120_000);
  const cookie = await cookieOf(page);
  let isOver = false;
  let saved = 0;
  const saving = (async () => {
    for (; !isOver; saved += 1) expect(await saveAs(home, cookie, `While-backing-up-${saved}`)).toBe(201);
  })();
  const made = await runOperator(home.env, "backup", backup());
  isOver = true;
  await saving;
  expect(saved).toBeGreaterThan(0);
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining("No key is") });
  expect((await stat(backup())).mode & 0o777).toBe(0o600);
  const ring = (await readFile(path.join(home.dataDir, "keys", "sealing.key"), "utf8"))
    .split("\n")
    .filter((line) => /^[\w-]{43}$/.test(line));
  const secrets = [
    ...Object.values(home.clari.pair).map((value) => Buffer.from(value)),
    ...ring.map((key) => Buffer.from(key, "base64url")),
  ];
  const files = home.databaseUrl === undefined ? await filesUnder(path.join(home.dataDir, "database")) : [];
  const contents = [
    { name: "backup", bytes: gunzipSync(await readFile(backup())) },
    { name: "output", bytes: Buffer.from(home.app.output()) },
    ...(await Promise.all(files.map(async (name) => ({ name, bytes: await readFile(name) })))),
  ];
  const found = secrets.flatMap((secret, index) =>
    formsOf(secret).flatMap((form) =>
      contents.filter(({ bytes }) => bytes.includes(form)).map(({ name }) => `${index} in ${name}`),
    ),
  );
  expect(found).toEqual([]);
});
