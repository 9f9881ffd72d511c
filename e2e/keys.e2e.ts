import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { cookieOf, expect, signIn, test } from "./fixtures";
import { type Ran, runOperator, startOperator } from "./run-operator";
import { filesUnder, formsOf } from "./secret-forms";
import { type App, freePort, startApp } from "./start-app";

const CREDENTIALS = 2000;
const ROTATIONS = 10;

test.use({ fresh: true });
test.describe.configure({ mode: "serial" });

let folder: string;
const others: App[] = [];
const backup = () => path.join(folder, "latchkey.backup");
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "latchkey-keys-"));
});
test.afterEach(async () => {
  for (const app of others.splice(0)) await app.kill();
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** The ids of the keys in a state, from `keys status`. */
const idsIn = ({ output }: Ran, state: string) =>
  [...output.matchAll(/^(\S{43}) {2}(\w+) +seals (\d+)/gm)].filter(([, , is]) => is === state).map(([, id = ""]) => id);
const sealedBy = ({ output }: Ran, id: string) => Number(new RegExp(`^${id} .* seals (\\d+)`, "m").exec(output)?.[1]);

/** *Save* without a check; the status, 0 where there was no answer. */
function saveAs({ app, clari }: { app: App; clari: { pair: object } }, cookie: string, name: string): Promise<number> {
  return fetch(`${app.url}/api/v1/credentials`, {
    method: "POST",
    headers: { cookie, origin: app.url },
    body: JSON.stringify({
      connectorId: "clari-copilot",
      formId: `form-of-${name}-0123456789`,
      name,
      description: "",
      values: clari.pair,
      saveUnverified: true,
    }),
  }).then(
    ({ status }) => status,
    () => 0,
  );
}

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
    await new Promise((resolve) => setTimeout(resolve, 1200 + round * 450));
    await home.app.kill();
    // On PostgreSQL it does the work itself.
    rotating.kill();
    isOver = true;
    const [{ code }] = await Promise.all([rotating.ended, saving]);
    if (code !== 0) interrupted += 1;
    home.app = await startApp(env);
  }
  console.log(`${interrupted} of ${ROTATIONS} rotations were cut off, ${acknowledged - CREDENTIALS} saves went on`);
  expect(interrupted).toBeGreaterThan(0);
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

test("R4, L4, L6, S11: restored without its keys nothing opens and the id is named; with them every credential is there", async ({
  home,
  signedIn: page,
}) => {
  test.skip(home.databaseUrl !== undefined, "The embedded database only.");
  test.setTimeout(180_000);
  const env = { ...home.env, DATA_DIR: path.join(folder, "restored"), PORT: String(await freePort()) };
  const refused = await runOperator(env, "restore", backup());
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("no sealing key") });
  expect((await runOperator(env, "restore", backup(), "--without-keys")).code).toBe(0);
  const app = await startApp(env, "alive");
  others.push(app);
  expect((await fetch(`${app.url}/api/ready`)).status).toBe(503);
  const [active = ""] = idsIn(await runOperator(home.env, "keys", "status"), "active");
  expect(app.output()).toContain(`key ${active} is missing`);
  expect(app.output()).toContain(path.join(env.DATA_DIR, "keys", "sealing.key"));
  // Put back, it works without another start.
  await cp(path.join(home.dataDir, "keys"), path.join(env.DATA_DIR, "keys"), { recursive: true });
  await expect.poll(async () => (await fetch(`${app.url}/api/ready`)).status).toBe(200);
  await app.stop();
  expect(await runOperator(env, "restore", backup())).toMatchObject({
    code: 1,
    output: expect.stringContaining("not empty"),
  });
  expect((await runOperator(env, "restore", backup(), "--replace")).code).toBe(0);
  const again = await startApp(env);
  others.push(again);
  // No session came along.
  expect((await fetch(`${again.url}/api/v1/credentials`, { headers: { cookie: await cookieOf(page) } })).status).toBe(
    401,
  );
  expect((await runOperator(env, "keys", "add")).code).toBe(0);
  expect((await runOperator(env, "keys", "rotate", "--confirm-backup")).code).toBe(0);
});

test("R5: a value that does not open says so, is listed on the page of keys, and harms no other", async ({
  home,
  page,
}) => {
  test.skip(home.databaseUrl !== undefined, "The embedded database only.");
  test.setTimeout(180_000);
  // The damage is done in a backup, whose sum is made to fit again.
  const lines = gunzipSync(await readFile(backup()))
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .slice(0, -1);
  const nameOf = new Map<string, string>();
  for (const line of lines.filter((one) => one.includes('"nameKey":'))) {
    const { id, name } = JSON.parse(line);
    nameOf.set(id, name);
  }
  const at = lines.findIndex((line) => line.includes('"sealed":') && !line.startsWith('{"table"'));
  const broken = JSON.parse(lines[at] ?? "");
  lines[at] = JSON.stringify({ ...broken, sealed: broken.sealed.slice(0, 40) });
  const body = `${lines.join("\n")}\n`;
  const trailer = JSON.stringify({ rows: 0, sha256: createHash("sha256").update(body).digest("hex") });
  await writeFile(`${backup()}.broken`, gzipSync(`${body}${trailer}\n`));
  const env = { ...home.env, DATA_DIR: path.join(folder, "broken"), PORT: String(await freePort()) };
  await cp(path.join(home.dataDir, "keys"), path.join(env.DATA_DIR, "keys"), { recursive: true });
  expect((await runOperator(env, "restore", `${backup()}.broken`)).code).toBe(0);
  const app = await startApp(env);
  others.push(app);
  await signIn(page, app.url);
  await page.goto(`${app.url}/credentials/${broken.credentialId}`);
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("cannot be read. Enter the values again")).toBeVisible();
  const [, another] = [...nameOf.keys()].filter((id) => id !== broken.credentialId);
  await page.goto(`${app.url}/credentials/${another}`);
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Clari Copilot accepted this pair.")).toBeVisible();

  await page.goto(`${app.url}/settings`);
  await page.getByRole("link", { name: "Open the key ring" }).click();
  await page.getByRole("button", { name: "Make a new key" }).click();
  await page.getByRole("button", { name: "Rotate" }).click();
  await expect(page.getByText("Back up key")).toBeVisible();
  await page.getByRole("listitem").filter({ hasText: "Waits for the next rotation" }).getByRole("button").click();
  await page.getByRole("button", { name: "Rotate" }).click();
  await expect(page.getByRole("heading", { name: "Last rotation" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: nameOf.get(broken.credentialId) ?? "", exact: true })).toBeVisible();
  await expect(page.getByText("Opens what it sealed, 1 stored version")).toBeVisible();
  if (process.env.KEYS_SCREENSHOTS) {
    for (const [width, scheme] of [
      [1440, "light"],
      [1440, "dark"],
      [360, "light"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: `${process.env.KEYS_SCREENSHOTS}/keys-${width}-${scheme}.png`, fullPage: true });
    }
  }
  const status = await runOperator(env, "keys", "rotate");
  expect(status).toMatchObject({ code: 2, output: expect.stringContaining(`does not open: ${broken.credentialId}`) });
});
