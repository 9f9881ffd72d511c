import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The embedded database is WebAssembly, and most servers of tests end before it is worth while to optimize it. */
const PLAIN_WEBASSEMBLY = ["--liftoff-only"];

export type App = {
  url: string;
  process: ChildProcess;
  output: () => string;
  stop(): Promise<number | null>;
  kill(): Promise<void>;
};

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answersOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  return response?.ok === true;
}

/**
 * Starts the built server and waits until it is ready, or until it answers at all; rejects with its output where it
 * ends instead.
 * @param flags of Node.js; none where its time is measured, as `npm start` gives none
 */
export async function startApp(
  env: Record<string, string>,
  until: "ready" | "alive" = "ready",
  flags = PLAIN_WEBASSEMBLY,
): Promise<App> {
  const port = Number(env.PORT ?? (await freePort()));
  const child = spawn(process.execPath, [...flags, "lib/cli/serve.mjs"], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: "",
      PUBLIC_URL: "",
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      ...env,
      PORT: String(port),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.on("data", (data) => (output += data));
  child.stderr?.on("data", (data) => (output += data));
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; !(await answersOk(`${url}/api/${until === "ready" ? "ready" : "health"}`)); attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${output}`);
    if (attempt > 300) {
      await end("SIGKILL");
      throw new Error(`The server did not become ready: ${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    process: child,
    output: () => output,
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
  };
}
