import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "playwright/test";
import { scratchRoot } from "../support/scratch-root";
import { type App, startApp } from "../support/start-app";

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
  dataDir = await mkdtemp(path.join(scratchRoot(), "latchkey-operator-"));
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

test("S5, S10: the key is made once with mode 0600 and is not in the output; a data folder that others can read is no way in", async () => {
  const folders = ["keys", "database"].map((name) => path.join(dataDir, name));
  await chmod(dataDir, 0o755);
  await mkdir(path.join(dataDir, "keys"), { mode: 0o755 });
  const app = await start();
  for (const folder of folders) expect((await stat(folder)).mode & 0o777, folder).toBe(0o700);
  const file = path.join(dataDir, "keys", "sealing.key");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(app.output()).toContain("Back this file up");
  expect(app.output()).not.toContain((await readFile(file, "utf8")).trim().split("\n").at(-1));
});

test("S11, I1, I3: settings that cannot work, or that are no protection, stop the start with a sentence", async () => {
  const elsewhere = "CLARI_COPILOT_BASE_URL must be https: unless it is on this machine";
  const refused: [Record<string, string>, string][] = [
    [{ SEALING_KEY: "short" }, "not 32 bytes long"],
    [{ SEALING_KEY: "A".repeat(43) }, "is not random"],
    [{ FINGERPRINT_KEY: "ab".repeat(32) }, "is not random"],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET must be at least 32 random characters"],
    [{ AUTH_SECRET: "abcdefgh".repeat(4) }, "AUTH_SECRET must be at least 32 random characters"],
    [{ SETUP_TOKEN: "1" }, "SETUP_TOKEN: must be at least 24 random characters"],
    [{ CRON_SECRET: "x".repeat(24) }, "CRON_SECRET: must be at least 24 random characters"],
    [{ CLARI_COPILOT_BASE_URL: "http://example.test" }, elsewhere],
    [{ CLARI_COPILOT_BASE_URL: "example.test" }, "CLARI_COPILOT_BASE_URL must be an http: or https: address"],
    [{ PUBLIC_URL: "http://example.com" }, "PUBLIC_URL must be https"],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: "0" }, "Unset it"],
  ];
  const next = refused.entries();
  const two = Array.from({ length: 2 }, async () => {
    for (const [index, [env, sentence]] of next)
      await expect(start({ DATA_DIR: path.join(dataDir, String(index)), ...env })).rejects.toThrow(sentence);
  });
  await Promise.all(two);
});

test("R17: a data folder that cannot be used is named, with the fix", async () => {
  const file = path.join(dataDir, "a-file");
  await writeFile(file, "");
  await expect(start({ DATA_DIR: path.join(file, "data") })).rejects.toThrow("cannot be written to (ENOTDIR)");
});
