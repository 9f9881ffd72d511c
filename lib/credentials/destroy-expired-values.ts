import "server-only";
import { log } from "@/lib/platform/log";
import { purgeOldRows } from "./deletion-repository";
import { destroyOldVersions } from "./version-repository";

/** As the audit trail names it. */
const JOB = "job:retention";

async function untilNoneIsLeft(work: () => Promise<number>, signal: AbortSignal): Promise<number> {
  let total = 0;
  for (let done = -1; done !== 0 && !signal.aborted; total += done) done = await work();
  return total;
}

/** Destroys what nobody can want back: replaced values past their workspace's retention, and deleted credentials past theirs. */
export async function destroyExpiredValues(signal: AbortSignal): Promise<void> {
  const versions = await untilNoneIsLeft(() => destroyOldVersions(JOB), signal);
  const credentials = await untilNoneIsLeft(() => purgeOldRows(JOB), signal);
  if (versions + credentials > 0) log.info({ versions, credentials }, "expired values destroyed");
}
