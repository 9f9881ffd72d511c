// The server process. Next's own handler does the work; around it stands what `next start` does not do: methods, headers
// and bodies that must not come from outside, time limits, and an orderly end.
import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";
import next from "next";
import { shutDown } from "../platform/process-state.mjs";
import { serverProcess } from "../platform/server-process.mjs";
import { keepActionsKey } from "./actions-key.mjs";
import { drainMs } from "./drain-ms.mjs";
import { followClient } from "./follow-client.mjs";
import { followConnections } from "./follow-connections.mjs";
import { outliveReaders } from "./outlive-readers.mjs";
import { scrubHeaders, trustedProxies } from "./peer-address.mjs";
import { preferCompressed } from "./prefer-compressed.mjs";
import { quietConsole } from "./quiet-console.mjs";
import { receiveBody } from "./receive-body.mjs";
import { refuse, statusOfUnfit } from "./refuse.mjs";

// V8 lets the heap grow to twice what was alive, and keeps what it was given: a server that reads or renders all day holds
// more than twice what it needs. This costs it a few per cent of its processor time; docs/performance.md has the figures.
v8.setFlagsFromString("--heap-growing-percent=30");

/** For the requests that are being worked on at a stop, and then for what ends after them. start.mjs waits for both. */
const GRACE_MS = 10_000;
const END_MS = 1500;
/** An idle connection of a proxy lasts longer than the proxy keeps it: else a request may be sent into its end. */
const PROXY_IDLE_MS = 75_000;
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);

/** @param {unknown} error */
const describe = (error) =>
  error instanceof Error
    ? `${error.name} ${String(/** @type {{code?: unknown}} */ (error).code ?? "")}`.trim()
    : typeof error;

/** A reason that was written for the operator is shown; any other error's message may repeat what it was given. */
function explain(/** @type {unknown} */ error) {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current.name === "StartupError") return current.message;
  }
  return `The server could not start (${describe(error)}).`;
}

/**
 * What is known of the request that is being answered; instrumentation.ts adds why a page failed.
 * @type {AsyncLocalStorage<import("../platform/server-process.mjs").CurrentRequest>}
 */
const currentRequest = new AsyncLocalStorage();

/**
 * Next gives every request that failed the status 500, also where the database is away for a moment or the request was
 * not fit to be read. A proxy or a monitor should know the difference.
 * @param {import("node:http").ServerResponse} response @param {import("../platform/server-process.mjs").CurrentRequest} state
 */
function correctStatus(response, state) {
  const writeHead = response.writeHead.bind(response);
  // Every way of sending headers ends here, also the implicit ones.
  response.writeHead = (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
    const { failedWith = status } = state;
    if (status !== 500) return writeHead(status, ...rest);
    if (failedWith === 503) response.setHeader("retry-after", "5");
    return writeHead(failedWith, ...rest);
  };
}

async function main() {
  if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === "0") {
    throw Object.assign(new Error("NODE_TLS_REJECT_UNAUTHORIZED=0 would send credentials to anyone. Unset it."), {
      name: "StartupError",
    });
  }
  const drain = drainMs(process.env.DRAIN_SECONDS);
  const trusted = trustedProxies(process.env.TRUSTED_PROXIES);
  const app = next({
    dev: false,
    dir: fileURLToPath(new URL("../../", import.meta.url)),
    hostname: host,
    port,
    // Next listens there for requests to change the protocol, and keeps the connections of most of them for ever. This
    // one never opens; ours has no such listener, and so answers them as what they are besides: ordinary requests.
    httpServer: createServer(),
  });
  /** @type {Promise<unknown>} */
  const prepared = new Promise((resolve) => {
    serverProcess.prepared = resolve;
  });
  serverProcess.currentRequest = currentRequest;
  const leaving = new AbortController();
  serverProcess.leaving = leaving.signal;
  await app.prepare();
  const failure = await prepared;
  if (failure) throw failure;
  keepActionsKey(fileURLToPath(new URL("../../", import.meta.url)));
  const handle = app.getRequestHandler();
  const compressed = preferCompressed(fileURLToPath(new URL("../../.next/static", import.meta.url)));
  const server = createServer(async (request, response) => {
    const unfit = statusOfUnfit(request);
    if (unfit !== undefined) return refuse(request, response, unfit);
    if (!(await receiveBody(request))) return refuse(request, response, 413);
    connections.begin(response);
    const { origin } = request.headers;
    // What is no address is nobody's origin. Next would answer it with 500.
    if (origin !== undefined && !URL.canParse(origin)) request.headers.origin = "null";
    scrubHeaders(request.headers, request.socket.remoteAddress ?? "", trusted);
    compressed(request, response);
    const state = { clientIsReady: followClient(request.socket) };
    correctStatus(response, state);
    currentRequest.run(state, () => handle(request, response)).catch(() => response.destroy());
  });
  const connections = followConnections(server);
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  if (trusted.rules.length > 0) server.keepAliveTimeout = PROXY_IDLE_MS;
  server.on("connect", (_request, socket) => socket.destroy());

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), drain + GRACE_MS + END_MS).unref();
    leaving.abort();
    connections.leave();
    await wait(drain);
    await connections.end(GRACE_MS);
    await shutDown().catch(() => undefined);
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // The launcher is gone: nobody would ever stop this process.
  process.on("disconnect", stop);

  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(undefined));
  });
  // To the launcher: from now on silence is a fault, not a start that takes long.
  process.send?.("listening");
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  // What all pages share is loaded by the first one that is asked for. This is it, so that no person waits for it.
  fetch(`http://${shown.includes(":") ? `[${shown}]` : shown}:${address.port}/sign-in`, { redirect: "manual" })
    .then((response) => response.body?.cancel())
    .catch(() => undefined);
  process.stdout.write(`Latchkey is ready on ${process.env.PUBLIC_URL || `http://${shown}:${address.port}`}\n`);
}

outliveReaders();
quietConsole(console, (line) => process.stderr.write(line));
process.on("unhandledRejection", (error) => {
  process.stderr.write(
    `${JSON.stringify({ level: 50, app: "latchkey", error: describe(error), msg: "unhandled rejection" })}\n`,
  );
});

main().catch((error) => {
  const code = /** @type {{code?: string}} */ (error).code;
  process.stderr.write(
    code === "EADDRINUSE" ? `Port ${port} is in use. Set PORT to another one.\n` : `${explain(error)}\n`,
  );
  process.exit(1);
});
