import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { purgeOldRows } from "@/lib/credentials/deletion/deletion-repository";
import { log } from "@/lib/platform/log";
import { destroyOldVersions } from "./version-repository";

async function untilNoneIsLeft(work: () => Promise<number>, signal: AbortSignal): Promise<number> {
  let total = 0;
  while (!signal.aborted) {
    const done = await work();
    if (done === 0) break;
    total += done;
  }
  return total;
}

/** Destroys what nobody can want back: replaced values past their workspace's retention, and deleted credentials past theirs. */
export async function destroyExpiredValues(signal: AbortSignal): Promise<void> {
  const job = jobOf("retention");
  authorize(job, "credential:expire");
  const versions = await untilNoneIsLeft(() => destroyOldVersions(job.userId), signal);
  const credentials = await untilNoneIsLeft(() => purgeOldRows(job.userId), signal);
  if (versions + credentials > 0) log.info({ versions, credentials }, "expired values destroyed");
}
