import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "playwright/test";
import { copyForProduction } from "../support/copy-for-production";
import { makeOwner, OWNER, TOKEN } from "../support/fixtures";
import { startProgram } from "../support/run-operator";
import { startLauncher } from "../support/start-launcher";

// A built tree as `npm ci --omit=dev` leaves it, in another folder: everything that an operator does works there, by the
// words that the README has.

let folder: string;
let tree: string;
const env = () => ({ DATA_DIR: path.join(folder, "data"), SETUP_TOKEN: TOKEN });
/** `npm run <script> -- <words>`, there. */
const run = (script: string, ...words: string[]) =>
  startProgram(
    "npm",
    { ...env(), npm_config_update_notifier: "false" },
    ["run", "--silent", script, "--", ...words],
    tree,
  ).ended;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await mkdtemp(path.join(tmpdir(), "latchkey-production-"));
  tree = path.join(folder, "tree");
  await copyForProduction(tree);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test("production needs no dev dependency: start, keys, backup, restore, installation, audit and reset-password work without them", async () => {
  test.setTimeout(180_000);
  const { devDependencies } = JSON.parse(await readFile("package.json", "utf8"));
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8"));
  // npm keeps those that a package of production could use, too; the links do without.
  const isGone = ({ dev, devOptional }: { dev?: true; devOptional?: true }) =>
    dev || (devOptional && process.env.E2E_NPM_CI !== "1");
  const gone = Object.keys(devDependencies).filter((name) => isGone(packages[`node_modules/${name}`]));
  expect(gone.length).toBeGreaterThan(7);
  for (const name of gone) expect(existsSync(path.join(tree, "node_modules", name)), name).toBe(false);

  const launcher = await startLauncher(env(), tree);
  const backup = path.join(folder, "latchkey.backup");
  try {
    await expect.poll(launcher.isReady, { timeout: 60_000, message: launcher.output() }).toBe(true);
    expect(await makeOwner(launcher.url)).toBe(201);
    const asked = await run("keys", "status");
    expect(asked).toMatchObject({ code: 0, output: expect.stringContaining("active") });
    const reset = await run("reset-password", OWNER.email);
    expect(reset).toMatchObject({ code: 0, output: expect.stringContaining("/reset-password#") });
    const passed = await run("installation", "pass", "nobody@example.com");
    expect(passed).toMatchObject({
      code: 1,
      output: expect.stringContaining("No workspace has an owner with this address"),
    });
    expect(await run("backup", backup)).toMatchObject({ code: 0, output: expect.stringContaining("rows of") });
  } finally {
    await launcher.stop();
  }
  // By the commands themselves, where no server is there to ask.
  expect((await run("installation", "pass", OWNER.email)).output).toContain("who doesn't already own the installation");
  expect(await run("keys", "status")).toMatchObject({ code: 0, output: expect.stringContaining("active") });
  expect(await run("restore", backup, "--replace")).toMatchObject({ code: 0 });
  expect(await run("audit", "verify")).toMatchObject({ code: 0, output: expect.stringContaining("To note elsewhere") });

  // N5, R8: the start kept the key that the next build of this installation has to be made with.
  const key = path.join(folder, "data", "keys", "actions.key");
  const { encryptionKey } = JSON.parse(await readFile(".next/server/server-reference-manifest.json", "utf8"));
  expect(await readFile(key, "utf8")).toContain(encryptionKey);
  expect((await stat(key)).mode & 0o777).toBe(0o600);
});

test("a tree that is not built says so in a sentence, where it cannot be built and where it can", async () => {
  await cp(path.join(tree, ".next", "latchkey-build.json"), path.join(folder, "stamp"));
  await rm(path.join(tree, ".next", "latchkey-build.json"));
  const start = await run("start");
  expect(start.code).toBe(1);
  expect(start.output).toMatch(/^Latchkey is not built.*npm ci && npm run build\. After that, npm ci --omit=dev/);
  expect(await run("keys", "status")).toEqual({
    code: 1,
    output: "Latchkey is not built, or was built from other sources. Run npm run build first.\n",
  });
  await cp(path.join(folder, "stamp"), path.join(tree, ".next", "latchkey-build.json"));
});
