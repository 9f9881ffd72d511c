import type { Instrumentation } from "next";
import { once } from "./lib/platform/process-state.mjs";
import { serverProcess } from "./lib/platform/server-process.mjs";

type Loaded = typeof import("./lib/platform/database-errors") & typeof import("./lib/platform/log-failed-request");
/** Loaded only where there is Node.js: this file is built for another runtime too. */
const loaded = once("request failures", () => ({}) as Partial<Loaded>);

/** Runs once, before the server takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepared } = serverProcess;
  try {
    // Inside: reading the environment, which may be wrong, is part of loading it.
    const { prepareServer } = await import("./lib/server/prepare-server");
    const { startWorker } = await import("./lib/jobs/worker");
    Object.assign(
      loaded,
      await import("./lib/platform/database-errors"),
      await import("./lib/platform/log-failed-request"),
    );
    await prepareServer();
    startWorker();
    await (await import("./lib/operator/operator-door")).openOperatorDoor();
    prepared?.();
  } catch (error) {
    if (!prepared) throw error;
    prepared(error);
  }
}

/** The status that a failed request deserves; undefined for a fault of this server. */
function statusOf(error: unknown, routeType: string): number | undefined {
  if (loaded.isDatabaseUnavailable?.(error)) return 503;
  // An action returns what it refuses, so what is thrown is its call itself: one that Next could not read, or that
  // came from another site.
  if (routeType !== "action" || !(error instanceof Error)) return undefined;
  if ("statusCode" in error && error.statusCode === 413) return 413;
  // Next gives it neither a class nor a code. A test looks whether these are still its words.
  return error.message === "Invalid Server Actions request." ? 403 : 400;
}

/**
 * Whatever a page or an action did not catch ends here: one line of the log, with the id that its page shows. Next gives
 * every such request the status 500; lib/cli/serve.mjs sends the one that is noted here instead.
 */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routeType, routePath }) => {
  const request = serverProcess.currentRequest?.getStore();
  const status = statusOf(error, routeType);
  if (request && status !== undefined) request.failedWith = status;
  loaded.logFailedRequest?.(error, routePath, status !== undefined);
};
