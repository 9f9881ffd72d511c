import "server-only";
import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { assertReady } from "@/lib/platform/check-ready";
import { env } from "@/lib/platform/env";
import { onShutdown } from "@/lib/platform/process-state.mjs";
import { doDuty } from "./do-duty";
import { type DutyName, duties, dutyNames } from "./duties";

/** How soon a duty looks again that found the app not ready. */
const NOT_READY_MS = 2000;

/**
 * Does one duty again and again until the signal ends it. Nothing is done while the app is not ready: without its keys
 * it changes no row, and destroys none.
 */
async function keepDoing(name: DutyName, signal: AbortSignal): Promise<void> {
  const { everyMs } = duties[name];
  while (!signal.aborted) {
    const isReady = await assertReady().then(
      () => true,
      () => false,
    );
    if (isReady) await doDuty(name, signal);
    // A fifth of jitter: instances that were started together look at different moments.
    const wait = isReady ? everyMs : Math.min(everyMs, NOT_READY_MS);
    await pause(wait * (1 + Math.random() / 5), undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Starts the worker of this process, unless the operator turned it off. It ends before the database closes. */
export function startWorker(): void {
  if (env().WORKER === "off") return;
  const stop = new AbortController();
  // Each duty waits for it, and what a duty asks does: Node.js takes that many for a leak.
  setMaxListeners(0, stop.signal);
  const ended = Promise.all(dutyNames.map((name) => keepDoing(name, stop.signal)));
  onShutdown("worker", async () => {
    stop.abort();
    await ended;
  });
}
