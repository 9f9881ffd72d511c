import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../../support/start-app";
import { buildBareApp, NEXT } from "./bare-app";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const LOOK_EVERY_MS = 10;
const LIMIT_MS = 60_000;

export type Started = { url: string; pid: number; ms: number; stop(): Promise<void> };

type Program = { args: string[]; cwd: string; env: Record<string, string>; ready: string };

/** From the start of the process to its first good answer, looked for a hundred times a second. */
async function start({ args, cwd, env, ready }: Program, port: number): Promise<Started> {
  const url = `http://127.0.0.1:${port}`;
  const from = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", HOST: "127.0.0.1", ...env },
    stdio: "ignore",
  });
  const isReady = () =>
    fetch(url + ready).then(
      (response) => response.ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() - from > LIMIT_MS) {
      await end(child);
      throw new Error(`${args.join(" ")} did not become ready`);
    }
    await wait(LOOK_EVERY_MS);
  }
  return { url, pid: child.pid ?? 0, ms: performance.now() - from, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (child.exitCode === null && child.kill("SIGTERM")) await ended;
}

/** The server process of Latchkey, as the launcher of `npm start` starts it. */
export async function startLatchkey(env: Record<string, string>): Promise<Started> {
  const port = await freePort();
  const program = { args: ["lib/cli/serve.mjs"], cwd: root, ready: "/api/ready" };
  return start({ ...program, env: { PUBLIC_URL: "", ...env, PORT: String(port) } }, port);
}

/** The bare app, by Next's own command. */
export async function startBareApp(): Promise<Started> {
  const port = await freePort();
  const args = [NEXT, "start", "-H", "127.0.0.1", "-p", String(port)];
  return start({ args, cwd: buildBareApp(), env: {}, ready: "/" }, port);
}
