import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "playwright/test";
import { builtActions, postAction } from "../support/built-doors";
import { cookieOf, expect, signIn, test } from "../support/fixtures";
import { idsIn, runOperator, verifyTrail } from "../support/run-operator";
import { saveAs } from "../support/save-as";
import { scratchRoot } from "../support/scratch-root";
import { type App, freePort, startApp } from "../support/start-app";

test.use({ installation: "operator/keys" });
test.describe.configure({ mode: "serial" });

let folder: string;
const others: App[] = [];
const backup = () => path.join(folder, "latchkey.backup");
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(scratchRoot(), "latchkey-restored-"));
});
test.afterEach(async () => {
  for (const app of others.splice(0)) await app.kill();
});
/** Pictures to look at, where they are asked for. */
async function shoot(page: Page, name: string): Promise<void> {
  if (!process.env.KEYS_SCREENSHOTS) return;
  for (const width of [1440, 360])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: `${process.env.KEYS_SCREENSHOTS}/${name}-${width}-${colorScheme}.png`,
        fullPage: true,
      });
    }
  await page.setViewportSize({ width: 1280, height: 720 });
}
test.afterAll(() => rm(folder, { recursive: true, force: true }));
test("R4, L4, L6, S11: restored without its keys nothing opens and the id is named; with them every credential is there", async ({
  home,
  signedIn: page,
}) => {
  test.setTimeout(180_000);
  const cookie = await cookieOf(page);
  for (const name of ["One", "Two", "Three"]) expect(await saveAs(home, cookie, name)).toBe(201);
  expect((await runOperator(home.env, "backup", backup())).code).toBe(0);
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
  // The keeping of keys is another bundle's than the routes and the actions, which know its refusal all the same.
  const sentence = "The server can't use its sealing keys, so nothing was saved.";
  const route = await fetch(`${app.url}/api/v1/invitations/accept`, { method: "POST", headers: { origin: app.url } });
  expect([route.status, (await route.json()).code]).toEqual([503, "UNAVAILABLE"]);
  for (const action of builtActions().filter(({ name }) => ["signInAction", "createOwnerAction"].includes(name)))
    expect((await postAction(app.url, action, { path: "/sign-in", args: [{}] })).text).toContain(sentence);
  expect(app.output()).not.toContain("unexpected error");
  // Put back, it works without another start.
  await cp(path.join(home.dataDir, "keys"), path.join(env.DATA_DIR, "keys"), { recursive: true });
  await expect.poll(async () => (await fetch(`${app.url}/api/ready`)).status).toBe(200);
  await app.stop();
  expect(await runOperator(env, "restore", backup())).toMatchObject({
    code: 1,
    output: expect.stringContaining("not empty"),
  });
  expect((await runOperator(env, "restore", backup(), "--replace")).code).toBe(0);
  // The trail is the one that was backed up, event for event, and is guarded again.
  expect(await verifyTrail(env)).toMatchObject({ code: 0, output: expect.stringContaining("Trail verified.") });
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
  await expect(page.getByText("We can't read the stored pair, so we didn't ask Clari Copilot.")).toBeVisible();
  await shoot(page, "unreadable-verified");
  await page.reload();
  const says = page.getByText(/The stored pair couldn't be read on \d{1,2} \w+ \d{4}, \d\d:\d\d\./);
  await expect(says).toBeVisible();
  await shoot(page, "unreadable-page");
  for (const path of ["/credentials", "/data-sources/new/clari-copilot", "/notices"]) {
    await page.goto(`${app.url}${path}`);
    const place = path === "/notices" ? page.getByText("The stored pair couldn't be read.") : says;
    await expect(place, path).toBeVisible();
    await expect(page.getByRole("link", { name: "Replace values" }).first(), path).toBeVisible();
    await shoot(page, `unreadable${path.replaceAll("/", "-")}`);
  }
  const source = { connectorId: "clari-copilot", endpointId: "users", name: "Refused", parameters: {} };
  const refused = await fetch(`${app.url}/api/v1/data-sources`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: app.url, cookie: await cookieOf(page) },
    body: JSON.stringify({ ...source, credentialId: broken.credentialId }),
  });
  expect([refused.status, (await refused.json()).code]).toEqual([409, "CREDENTIAL_UNREADABLE"]);
  const [, another] = [...nameOf.keys()].filter((id) => id !== broken.credentialId);
  await page.goto(`${app.url}/credentials/${another}`);
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Clari Copilot accepted this pair.")).toBeVisible();

  await page.goto(`${app.url}/settings`);
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Keys" }).click();
  await expect(page.getByRole("heading", { name: "Keys", exact: true })).toBeVisible();
  // Only the next step can be taken; the others say for what they wait, also to the keyboard.
  const create = page.getByRole("button", { name: "Create a new key" });
  const backUp = page.getByRole("button", { name: "I have a backup of the new key" });
  const rotate = page.getByRole("button", { name: "Rotate", exact: true });
  await expect(backUp).toHaveAccessibleDescription("Waits for a new key.");
  await rotate.focus();
  await expect(rotate).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await shoot(page, "keys-create");
  await create.click();
  await expect(create).toHaveCount(0);
  await expect(rotate).toHaveAccessibleDescription(/^Waits for the backup/);
  await shoot(page, "keys-back-up");
  await backUp.click();
  await expect(page.getByRole("dialog", { name: "Do you have a backup" })).toContainText("without this server");
  await shoot(page, "keys-backup-asks");
  await page.getByRole("dialog").getByRole("button", { name: "I have a backup" }).click();
  await expect(backUp).toHaveCount(0);
  await rotate.click();
  await expect(page.getByRole("dialog", { name: "Rotate now?" })).toContainText("re-encrypted with it");
  await page.getByRole("dialog").getByRole("button", { name: "Rotate" }).click();
  await expect(page.getByRole("heading", { name: "Last rotation" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: nameOf.get(broken.credentialId) ?? "", exact: true })).toBeVisible();
  await expect(page.getByText("Decrypt only · 1 stored value")).toBeVisible();
  await shoot(page, "keys");
  const status = await runOperator(env, "keys", "rotate");
  expect(status).toMatchObject({ code: 2, output: expect.stringContaining(`does not open: ${broken.credentialId}`) });
});
