// `npm test`: lint, types, unit tests, then the browser tests on the embedded database and, where one is found, on
// PostgreSQL. Installs Chromium where it is missing. Ends with the ten slowest files, the names of what failed and one
// line that counts everything.
// `--only=e2e`: the browser tests. `--only=core`: the unit tests and the main job, for another version of Node.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeFailed, failedBrowserTests, failedUnits } from "./failed-tests.mjs";
import { chromiumPath } from "./find-chromium.mjs";
import { browserFiles, describeSlowest, unitFiles } from "./slowest-files.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
const results = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];
/** @type {import("./slowest-files.mjs").FileTime[]} */
const files = [];

/** @param {string} title @param {string[]} command @param {Record<string, string>} [env] */
function run(title, command, env = {}) {
  process.stdout.write(`\n— ${title}\n`);
  const [program = "", ...args] = command;
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

/** What failed as a whole. @param {string} what */
function fail(what) {
  results.failed += 1;
  failures.push(what);
}

/** A step that is one check. @param {string} title @param {string[]} command */
function check(title, command) {
  if (run(title, command)) results.passed += 1;
  else fail(title);
}

/**
 * Adds a runner's own counts, names and times; one that left no report failed as a whole.
 * @param {string} file @param {boolean} ok
 * @param {(report: any) => [number, number]} counts @param {(report: any) => string[]} names
 * @param {(report: any) => import("./slowest-files.mjs").FileTime[]} times
 */
function count(file, ok, counts, names, times) {
  if (!existsSync(file)) {
    fail(`${file} was not written`);
    return;
  }
  const report = JSON.parse(readFileSync(file, "utf8"));
  files.push(...times(report));
  failures.push(...names(report));
  const [passed, failed] = counts(report);
  results.passed += passed;
  results.failed += failed;
  // A runner that failed outside of its tests failed too.
  if (failed === 0 && !ok) fail(`${file} has no failed test, but its runner failed`);
}

const node = process.execPath;
const bin = (/** @type {string} */ file) => `node_modules/${file}`;
mkdirSync(`${root}test-results`, { recursive: true });

check("Building", [node, "lib/cli/build.mjs"]);
if (only === undefined) {
  check("Lint", [node, bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]);
  run("Route types", [node, bin("next/dist/bin/next"), "typegen"]);
  check("Types", [node, bin("typescript/bin/tsc"), "--noEmit"]);
  check("Migrations match the schema", ["npm", "run", "--silent", "db:check"]);
}
if (only !== "e2e") {
  const report = `${root}test-results/unit.json`;
  rmSync(report, { force: true });
  const ok = run("Unit tests", [
    node,
    bin("vitest/vitest.mjs"),
    "run",
    "--config",
    "lib/vitest.config.ts",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  count(report, ok, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests], failedUnits, unitFiles);
}
if (!chromiumPath() && process.platform === "linux" && process.getuid?.() === 0) {
  run("Installing Chromium", [
    "sh",
    "-c",
    "apt-get update -q && apt-get install -qy --no-install-recommends chromium-headless-shell || apt-get install -qy chromium",
  ]);
}
if (!chromiumPath()) {
  fail("There is no Chromium on this machine. Install it, or set CHROMIUM to its path.");
} else {
  if (!process.env.E2E_POSTGRES_URL)
    process.stdout.write("\nE2E_POSTGRES_URL is not set: the browser tests run on the embedded database only.\n");
  const report = `${root}test-results-e2e.json`;
  rmSync(report, { force: true });
  const which = only === "core" ? ["main-job", "--project=embedded"] : [];
  const ok = run(
    "Browser tests",
    [node, bin("playwright/cli.js"), "test", "-c", "e2e/playwright.config.ts", ...which, "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  // What a person's machine cannot do (mounting a small disk, say) is skipped there, with its reason in the list above.
  // Where the suite decides, nothing may be left out.
  const maySkip = !process.env.CI;
  count(
    report,
    ok,
    ({ stats }) => [stats.expected, stats.unexpected + stats.flaky + (maySkip ? 0 : stats.skipped)],
    (of) => failedBrowserTests(of, maySkip),
    browserFiles,
  );
}
process.stdout.write(`${describeSlowest(files, root)}\n${describeFailed(failures, root)}`);
process.stdout.write(`\n${results.passed} passed, ${results.failed} failed\n`);
process.exitCode = results.failed > 0 ? 1 : 0;
