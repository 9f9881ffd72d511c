import type { Instrumentation } from "next";

type ServerProcess = {
  /** Set by lib/cli/serve.mjs, which waits for it: Next itself would say that it is ready, and answer every request with
   * the failure. */
  latchkeyPrepared?: (failure?: unknown) => void;
  /** What lib/cli/serve.mjs keeps about the request that is being answered. */
  latchkeyRequest?: { getStore(): { failedWith?: number } | undefined };
};
const serverProcess = globalThis as ServerProcess;

let isDatabaseUnavailable: ((error: unknown) => boolean) | undefined;
let writeDown: ((error: unknown, routePath: string, isExpected: boolean) => void) | undefined;

/** Runs once, before the server takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { latchkeyPrepared } = serverProcess;
  try {
    // Inside: reading the environment, which may be wrong, is part of loading it.
    const { prepareServer } = await import("./lib/auth/prepare-server");
    const { startWorker } = await import("./lib/jobs/worker");
    ({ isDatabaseUnavailable } = await import("./lib/platform/database-errors"));
    ({ logFailedRequest: writeDown } = await import("./lib/platform/log-failed-request"));
    await prepareServer();
    startWorker();
    await (await import("./lib/operator/operator-door")).openOperatorDoor();
    latchkeyPrepared?.();
  } catch (error) {
    if (!latchkeyPrepared) throw error;
    latchkeyPrepared(error);
  }
}

/** The status that a failed request deserves; undefined for a fault of this server. */
function statusOf(error: unknown, routeType: string): number | undefined {
  if (isDatabaseUnavailable?.(error)) return 503;
  // An action returns what it refuses, so what is thrown is its call itself: one that Next could not read, or that
  // came from another site.
  if (routeType !== "action" || !(error instanceof Error)) return undefined;
  if ("statusCode" in error && error.statusCode === 413) return 413;
  return error.message === "Invalid Server Actions request." ? 403 : 400;
}

/**
 * Whatever a page or an action did not catch ends here: one line of the log, with the id that its page shows. Next gives
 * every such request the status 500; lib/cli/serve.mjs sends the one that is noted here instead.
 */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routeType, routePath }) => {
  const request = serverProcess.latchkeyRequest?.getStore();
  const status = statusOf(error, routeType);
  if (request && status !== undefined) request.failedWith = status;
  writeDown?.(error, routePath, status !== undefined);
};
