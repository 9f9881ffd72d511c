import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MARKS } from "./build-marks.mjs";

const CANARY = "canary-of-an-operator";
const key = randomBytes(32).toString("base64");
let folder: string;

/** What a step sees, as it runs for real. */
async function environmentOfStep(): Promise<Record<string, string>> {
  vi.resetModules();
  const { runBuildStep } = await import("./build-step.mjs");
  const seen = path.join(folder, "seen.json");
  runBuildStep(folder, "Looking", "step.mjs", [seen], { LATCHKEY_BUILD_ID: "of-the-sources" });
  return JSON.parse(readFileSync(seen, "utf8"));
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "latchkey-step-"));
  writeFileSync(
    path.join(folder, "step.mjs"),
    'import { writeFileSync } from "node:fs";\nwriteFileSync(process.argv[2], JSON.stringify(process.env));\n',
  );
  mkdirSync(path.join(folder, "keys"));
  writeFileSync(path.join(folder, "keys", "actions.key"), `# Kept.\n${key}\n`);
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "");
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  for (const name of Object.keys(MARKS)) vi.stubEnv(name, `${CANARY}-${name}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it("N5, S10: a step of the build finds a mark in place of every secret, and the key of the ids that is kept", async () => {
  const environment = await environmentOfStep();
  expect(environment).toMatchObject(MARKS);
  expect(JSON.stringify(environment)).not.toContain(CANARY);
  expect(environment).toMatchObject({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key, LATCHKEY_BUILD_ID: "of-the-sources" });
});

it("S10: AWS' own credentials are among what has a mark", async () => {
  for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"])
    expect(MARKS).toHaveProperty(name);
});

it("says what a failed step said, and which it was", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  writeFileSync(path.join(folder, "step.mjs"), 'process.stderr.write("why"); process.exit(1);\n');
  await expect(environmentOfStep()).rejects.toThrow("Looking failed");
  expect(String(said.mock.calls[0]?.[0])).toContain("why");
});
