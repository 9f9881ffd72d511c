import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { freePort } from "./start-app";

const root = fileURLToPath(new URL("../../", import.meta.url));

export type Launcher = {
  url: string;
  output(): string;
  /** The id of the server process that it keeps running now. */
  serverId(): number;
  isReady(): Promise<boolean>;
  stop(): Promise<void>;
};

/**
 * Starts what `npm start` starts, from a shell that would let a crash write a core dump.
 * @param tree another one, where it is started by `npm start` itself
 */
export async function startLauncher(env: Record<string, string>, tree?: string): Promise<Launcher> {
  const port = Number(env.PORT ?? (await freePort()));
  const url = `http://127.0.0.1:${port}`;
  const start = tree === undefined ? '"$0" lib/cli/start.mjs' : "npm start";
  const words = `ulimit -c unlimited 2>/dev/null; exec ${start}`;
  const child = spawn("/bin/sh", ["-c", words, process.execPath], {
    cwd: tree ?? root,
    // A group of its own: npm has a shell between itself and what it starts.
    detached: tree !== undefined,
    env: { ...process.env, DATABASE_URL: "", PUBLIC_URL: "", HOST: "127.0.0.1", ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    url,
    output: () => output,
    serverId: () => Number(spawnSync("ps", ["-o", "pid=", "--ppid", String(child.pid)]).stdout),
    isReady: () =>
      fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(1000) }).then(
        ({ ok }) => ok,
        () => false,
      ),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null)
        process.kill(tree === undefined ? (child.pid ?? 0) : -(child.pid ?? 0), "SIGTERM");
      await ended;
    },
  };
}
