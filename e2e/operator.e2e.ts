import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "playwright/test";
import { type App, startApp } from "./start-app";

// What an operator meets: starts that must not work, crashes, and keys. No browser; the embedded database only.
let dataDir: string;
const apps: App[] = [];
const start = async (env: Record<string, string> = {}) => {
  const app = await startApp({ DATA_DIR: dataDir, SETUP_TOKEN: "operator-token-of-the-tests", ...env });
  apps.push(app);
  return app;
};
const makeOwner = (url: string) =>
  fetch(`${url}/api/v1/setup`, {
    method: "POST",
    headers: { origin: url },
    body: JSON.stringify({
      token: "operator-token-of-the-tests",
      name: "Op",
      email: "op@example.com",
      password: "a quiet sentence",
    }),
  });

test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "latchkey-operator-"));
});
test.afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill();
  await rm(dataDir, { recursive: true, force: true });
});

test("R6: a second process on the same data refuses and names the first; kill -9 of the first lets it in", async () => {
  const first = await start();
  expect((await makeOwner(first.url)).status).toBe(201);
  await expect(start()).rejects.toThrow(`in use by process ${first.process.pid}`);
  expect((await fetch(`${first.url}/api/ready`)).status).toBe(200);
  await first.kill();
  const second = await start();
  // R1: what was acknowledged before the kill is there.
  expect((await makeOwner(second.url)).status).toBe(409);
});

test("SIGTERM ends with 0 and gives the lock back", async () => {
  const app = await start();
  expect(await app.stop()).toBe(0);
  await expect(stat(path.join(dataDir, "database.lock"))).rejects.toThrow("ENOENT");
});

test("S10, S11, I3: the key is made once with mode 0600; settings that cannot work stop the start with a sentence", async () => {
  const app = await start();
  const file = path.join(dataDir, "keys", "sealing.key");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(app.output()).toContain("Back this file up");
  expect(app.output()).not.toContain((await readFile(file, "utf8")).trim());
  await app.stop();
  await expect(start({ SEALING_KEY: "short" })).rejects.toThrow("not 32 bytes long");
  await expect(start({ SEALING_KEY: "A".repeat(43) })).rejects.toThrow("is not random");
  await expect(start({ AUTH_SECRET: "short" })).rejects.toThrow("AUTH_SECRET must be at least 32 random characters");
  await expect(start({ PUBLIC_URL: "http://example.com" })).rejects.toThrow("PUBLIC_URL must be https");
  await expect(start({ NODE_TLS_REJECT_UNAUTHORIZED: "0" })).rejects.toThrow("Unset it");
});

test("R17: a data folder that cannot be used is named, with the fix", async () => {
  const file = path.join(dataDir, "a-file");
  await writeFile(file, "");
  await expect(start({ DATA_DIR: path.join(file, "data") })).rejects.toThrow("cannot be written to (ENOTDIR)");
});
