import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Runs a program of `lib/cli` that uses the app's own modules, on the database of an installation whose server is stopped. */
export function runOnDatabase(file: string, args: string[], env: Record<string, string>): string {
  return execFileSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "--conditions=react-server", `lib/cli/${file}`, ...args],
    { cwd: root, env: { ...process.env, ...env }, encoding: "utf8" },
  );
}
