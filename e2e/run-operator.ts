import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

export type Ran = { code: number | null; output: string };

/** Starts one of the operator's commands, for example `["keys", "rotate"]`, with the settings of a server. */
export function startOperator(env: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, ["lib/cli/operator.mjs", ...words], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: what it starts is killed with it.
    detached: true,
  });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve({ code, output }));
  });
  return {
    ended,
    kill: () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), "SIGKILL");
    },
  };
}

export const runOperator = (env: Record<string, string>, ...words: string[]): Promise<Ran> =>
  startOperator(env, ...words).ended;
