import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, expect } from "vitest";
import { scratchRoot } from "../e2e/support/scratch-root";
import { watchStatements } from "./cli/watch-statements.fixture";
import { shutDown } from "./platform/process-state.mjs";

// Each test file is an installation of its own, on an embedded database that is made when it is first asked for. Set
// before anything is imported that reads the environment: no test may ever meet a real data folder or database.
const folder = mkdtempSync(path.join(scratchRoot(), "latchkey-test-"));
Object.assign(process.env, { DATA_DIR: folder, LOG_LEVEL: "silent" });
for (const name of ["DATABASE_URL", "SEALING_KEY", "SEALING_KEY_FILE", "AWS_KMS_KEY_ID"]) process.env[name] = "";

const statementFaults = watchStatements();

// Registered first, so that it comes last: behind what a test itself takes down.
afterAll(async () => {
  await shutDown();
  rmSync(folder, { recursive: true, force: true });
  expect(statementFaults(), "see lib/cli/statement-rule.fixture.ts").toEqual([]);
});
