// `npm run test:without-proxy`: builds the app without proxy.ts and runs what proves who may do what (Z3). The proxy sets
// headers and authorizes nothing, so that all of it has to pass. Puts the file back and builds anew, whatever happens.
import { spawnSync } from "node:child_process";
import { renameSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const AWAY = `${root}proxy.ts.away`;
const FILES = [
  "roles.once.e2e",
  "tenancy.e2e",
  "every-door.once.e2e",
  "action-doors.once.e2e",
  "security-doors.once.e2e",
  "http-bypass.once.e2e",
];

/** @param {string[]} args */
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status === 0;
// Ctrl-C reaches the child, which ends; this script goes on and puts the file back.
process.on("SIGINT", () => undefined);

renameSync(`${root}proxy.ts`, AWAY);
let passed = false;
try {
  passed =
    run(["lib/cli/build.mjs"]) &&
    run(["node_modules/playwright/cli.js", "test", "-c", "e2e/playwright.config.ts", "--project=embedded", ...FILES]);
} finally {
  renameSync(AWAY, `${root}proxy.ts`);
}
const isBack = run(["lib/cli/build.mjs"]);
process.exitCode = passed && isBack ? 0 : 1;
