import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const key = () => randomBytes(32).toString("base64");
let folder: string;
let build: string;
const file = () => path.join(folder, "data", "keys", "actions.key");

/** As another process would have it. */
async function load() {
  vi.resetModules();
  return import("./actions-key.mjs");
}
/** What a build leaves that was made with a key. */
function built(encryptionKey: string) {
  mkdirSync(path.join(build, ".next", "server"), { recursive: true });
  writeFileSync(
    path.join(build, ".next", "server", "server-reference-manifest.json"),
    JSON.stringify({ encryptionKey }),
  );
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "latchkey-actions-"));
  build = path.join(folder, "tree");
  vi.stubEnv("DATA_DIR", path.join(folder, "data"));
  vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it("N5, R8: the key of the first build is kept by the start, with mode 0600, for every build after it", async () => {
  const first = key();
  expect((await load()).actionsKey()).toBeUndefined();
  built(first);
  (await load()).keepActionsKey(build);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file())).mode & 0o777).toBe(0o700);
  expect((await load()).actionsKey()).toBe(first);
  // A tree that was built elsewhere with another one changes nothing here.
  built(key());
  (await load()).keepActionsKey(build);
  expect((await load()).actionsKey()).toBe(first);
});

it("N5: the environment's own key wins, and is written nowhere", async () => {
  const given = key();
  built(given);
  vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", given);
  const { actionsKey, keepActionsKey } = await load();
  expect(actionsKey()).toBe(given);
  keepActionsKey(build);
  expect(() => readFileSync(file())).toThrow("ENOENT");
});

it("N5: one that is no key stops the build with where it is, never with what it is", async () => {
  mkdirSync(path.dirname(file()), { recursive: true });
  writeFileSync(file(), "canary");
  expect((await load()).actionsKey).toThrow(`${file()} must be 32 random bytes`);
  vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "canary");
  const { actionsKey } = await load();
  expect(actionsKey).toThrow("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 32 random bytes");
  expect(actionsKey).not.toThrow("canary");
});
