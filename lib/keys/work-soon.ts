import "server-only";
import { describeError, log } from "@/lib/platform/log";
import { onShutdown } from "@/lib/platform/process-state.mjs";
import { runRotation } from "./run-rotation";

/** Works on the run that was started here without waiting for it, also where this process has no worker. */
export function workSoon(): void {
  const stop = new AbortController();
  const ended = runRotation(stop.signal).catch((error: unknown) => {
    log.error({ error: describeError(error) }, "a key rotation stopped; the worker goes on with it");
  });
  onShutdown("worker", async () => {
    stop.abort();
    await ended;
  });
}
