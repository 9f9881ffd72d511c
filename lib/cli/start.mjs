// `npm start`: builds if needed, then keeps one server process running. A server that ends or no longer answers is
// started anew; one that never came up is a mistake in the settings, which starting again would not mend.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { drainMs } from "./drain-ms.mjs";
import { outliveReaders } from "./outlive-readers.mjs";

const CHECK_MS = 5000;
const ANSWER_MS = 3000;
const MAX_FAILURES = 3;
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 12_000;

const host = process.env.HOST || "127.0.0.1";
const port = process.env.PORT || "3000";
const health = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}/api/health`;

/** @type {import("node:child_process").ChildProcess | undefined} */
let child;
let stopping = false;
let restarts = 0;
/** What a stop of the server takes longer by, see serve.mjs. */
let drain = 0;
/** Some server of this launcher came up: the settings are right, and whatever ends a server now may pass. */
let everUp = false;

outliveReaders();
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);
const isHealthy = () =>
  fetch(health, { signal: AbortSignal.timeout(ANSWER_MS) }).then(
    (response) => response.ok,
    () => false,
  );

/** A server that crashes must not write its memory, with keys and values in it, to a file: no core dumps. */
function startServer() {
  const file = fileURLToPath(new URL("serve.mjs", import.meta.url));
  const [program, args] =
    process.platform === "win32"
      ? [process.execPath, [file]]
      : ["/bin/sh", ["-c", 'ulimit -c 0; exec "$0" "$@"', process.execPath, file]];
  return spawn(program, args, {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
}

function launch() {
  const server = startServer();
  child = server;
  const started = Date.now();
  let wasHealthy = false;
  let failures = 0;
  server.on("message", () => {
    wasHealthy = true;
    everUp = true;
  });
  const watch = setInterval(async () => {
    const healthy = await isHealthy();
    if (server.exitCode !== null || server.signalCode !== null || stopping) return;
    wasHealthy ||= healthy;
    failures = healthy ? 0 : failures + 1;
    if (failures < MAX_FAILURES || (!wasHealthy && Date.now() - started < START_LIMIT_MS)) return;
    say(`The server (process ${server.pid}) does not answer. Starting it again.`);
    server.kill("SIGKILL");
  }, CHECK_MS);
  server.once("exit", (code, signal) => {
    clearInterval(watch);
    if (stopping) process.exit(0);
    if (!everUp && signal === null) process.exit(code ?? 1);
    restarts = Date.now() - started > START_LIMIT_MS ? 0 : restarts + 1;
    const wait = Math.min(1000 * 2 ** (restarts - 1), 20_000);
    say(`The server ended (${signal ?? code}). Starting it again in ${Math.round(wait / 1000)} s.`);
    setTimeout(launch, Math.max(wait, 0));
  });
}

function stop() {
  if (stopping) return;
  stopping = true;
  if (!child || child.exitCode !== null || child.signalCode !== null) process.exit(0);
  child.kill("SIGTERM");
  setTimeout(() => {
    child?.kill("SIGKILL");
    process.exit(0);
  }, drain + STOP_LIMIT_MS).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);

try {
  drain = drainMs(process.env.DRAIN_SECONDS);
  await build();
  launch();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
