// Runs lib/cli/operator.ts: `node lib/cli/operator.mjs keys status`. Silent but for its own lines and warnings.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const tsx = fileURLToPath(new URL("../../node_modules/tsx/dist/cli.mjs", import.meta.url));
const child = spawn(
  process.execPath,
  [tsx, "--conditions=react-server", `${root}lib/cli/operator.ts`, ...process.argv.slice(2)],
  {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: process.env.LOG_LEVEL || "warn" },
  },
);
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => child.kill(signal));
