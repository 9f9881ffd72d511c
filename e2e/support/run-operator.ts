import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export type Ran = { code: number | null; output: string };

/** Runs Node.js with the settings of a server. */
export const startNode = (env: Record<string, string>, words: string[]) => startProgram(process.execPath, env, words);

/** Runs a program with the settings of a server, in this tree or another one. */
export function startProgram(program: string, env: Record<string, string>, words: string[], cwd: string = root) {
  const child = spawn(program, words, {
    cwd,
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
      if (child.exitCode !== null || child.signalCode !== null) return;
      try {
        process.kill(-(child.pid ?? 0), "SIGKILL");
      } catch (error) {
        // It ended in this very moment, and its end was not told yet.
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    },
  };
}

/** Starts one of the operator's commands, for example `["keys", "rotate"]`, with the settings of a server. */
export const startOperator = (env: Record<string, string>, ...words: string[]) =>
  startNode(env, ["lib/cli/operator.mjs", ...words]);

/** `npm run audit -- verify`. */
export const verifyTrail = (env: Record<string, string>): Promise<Ran> => runOperator(env, "audit", "verify");

export const runOperator = (env: Record<string, string>, ...words: string[]): Promise<Ran> =>
  startOperator(env, ...words).ended;

/** `npm run reset-password -- …`: the link that it prints. */
export async function resetLink(env: Record<string, string>, ...words: string[]): Promise<string> {
  const { output } = await runOperator(env, "reset-password", ...words);
  return /https?:\S+/.exec(output)?.[0] ?? "";
}

/** The ids of the keys in a state, from `keys status`. */
export const idsIn = ({ output }: Ran, state: string) =>
  [...output.matchAll(/^(\S{43}) {2}(\w+) +seals (\d+)/gm)].filter(([, , is]) => is === state).map(([, id = ""]) => id);
/** How many stored versions a key seals, from the same. */
export const sealedBy = ({ output }: Ran, id: string) =>
  Number(new RegExp(`^${id} .* seals (\\d+)`, "m").exec(output)?.[1]);
