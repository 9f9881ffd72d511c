/** Runs once, before the server takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // Set by lib/cli/serve.mjs, which waits for it: Next itself would say that it is ready, and answer every request with
  // the failure.
  const { latchkeyPrepared } = globalThis as { latchkeyPrepared?: (failure?: unknown) => void };
  try {
    // Inside: reading the environment, which may be wrong, is part of loading it.
    const { prepareServer } = await import("./lib/auth/prepare-server");
    const { startWorker } = await import("./lib/jobs/worker");
    await prepareServer();
    startWorker();
    latchkeyPrepared?.();
  } catch (error) {
    if (!latchkeyPrepared) throw error;
    latchkeyPrepared(error);
  }
}
