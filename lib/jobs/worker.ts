import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { deleteOldChecks } from "@/lib/credentials/check-repository";
import { destroyExpiredValues } from "@/lib/credentials/destroy-expired-values";
import { remindDueRotations } from "@/lib/credentials/remind-due-rotations";
import { reverifyDueCredentials } from "@/lib/credentials/reverify-due-credentials";
import { fillSearchTexts } from "@/lib/credentials/search-text-repository";
import { runRotation } from "@/lib/keys/run-rotation";
import { deliverAllDueNotices } from "@/lib/notices/deliver-notices";
import { deleteOldNotices } from "@/lib/notices/notice-repository";
import { assertReady } from "@/lib/platform/check-ready";
import { env } from "@/lib/platform/env";
import { describeError, log } from "@/lib/platform/log";
import { onShutdown } from "@/lib/platform/process-state.mjs";
import { refreshStatistics } from "@/lib/platform/refresh-statistics";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** How soon a duty looks again that found the app not ready. */
const NOT_READY_MS = 2 * SECOND;

type Duty = { name: string; everyMs: number; work: (signal: AbortSignal) => Promise<unknown> };

const duties: readonly Duty[] = [
  { name: "reverify", everyMs: 5 * SECOND, work: reverifyDueCredentials },
  { name: "remind of rotations", everyMs: 10 * SECOND, work: (signal) => remindDueRotations(signal) },
  { name: "deliver notices", everyMs: 2 * SECOND, work: deliverAllDueNotices },
  { name: "rotate keys", everyMs: 2 * SECOND, work: (signal) => runRotation(signal) },
  { name: "forget old checks", everyMs: HOUR, work: () => deleteOldChecks() },
  { name: "forget old notices", everyMs: HOUR, work: () => deleteOldNotices() },
  { name: "fill search texts", everyMs: HOUR, work: fillSearchTexts },
  { name: "refresh statistics", everyMs: 6 * HOUR, work: refreshStatistics },
  { name: "destroy expired values", everyMs: MINUTE, work: destroyExpiredValues },
];

/**
 * Does one thing again and again until the signal ends it. A failure is logged: the database may be away for a while.
 * Nothing is done while the app is not ready: without its keys it changes no row, and destroys none.
 */
async function keepDoing({ name, everyMs, work }: Duty, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const isReady = await assertReady().then(
      () => true,
      () => false,
    );
    if (isReady) {
      await work(signal).catch((error: unknown) => {
        log.error({ duty: name, error: describeError(error) }, "a duty of the worker failed");
      });
    }
    // A fifth of jitter: instances that were started together look at different moments.
    const wait = isReady ? everyMs : Math.min(everyMs, NOT_READY_MS);
    await pause(wait * (1 + Math.random() / 5), undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Starts the worker of this process, unless the operator turned it off. It ends before the database closes. */
export function startWorker(): void {
  if (env().WORKER === "off") return;
  const stop = new AbortController();
  const ended = Promise.all(duties.map((duty) => keepDoing(duty, stop.signal)));
  onShutdown("worker", async () => {
    stop.abort();
    await ended;
  });
}
