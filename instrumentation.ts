import type { Instrumentation } from "next";

type ServerProcess = {
  /** Set by lib/cli/serve.mjs, which waits for it: Next itself would say that it is ready, and answer every request with
   * the failure. */
  latchkeyPrepared?: (failure?: unknown) => void;
  /** What lib/cli/serve.mjs keeps about the request that is being answered. */
  latchkeyRequest?: { getStore(): { databaseAway: boolean } | undefined };
};
const serverProcess = globalThis as ServerProcess;

let isDatabaseUnavailable: ((error: unknown) => boolean) | undefined;

/** Runs once, before the server takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { latchkeyPrepared } = serverProcess;
  try {
    // Inside: reading the environment, which may be wrong, is part of loading it.
    const { prepareServer } = await import("./lib/auth/prepare-server");
    const { startWorker } = await import("./lib/jobs/worker");
    ({ isDatabaseUnavailable } = await import("./lib/platform/database-errors"));
    await prepareServer();
    startWorker();
    latchkeyPrepared?.();
  } catch (error) {
    if (!latchkeyPrepared) throw error;
    latchkeyPrepared(error);
  }
}

/** A page that failed. Next gives it the status 500; where the database is away, lib/cli/serve.mjs makes it 503. */
export const onRequestError: Instrumentation.onRequestError = (error) => {
  const request = serverProcess.latchkeyRequest?.getStore();
  if (request && isDatabaseUnavailable?.(error)) request.databaseAway = true;
};
