import "server-only";
import type { Job } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { log } from "@/lib/platform/log";
import { purgeOldRows } from "./deletion-repository";
import { destroyOldVersions } from "./version-repository";

/** Of every workspace: each audit row is in its own. */
const job: Job = {
  kind: "job",
  userId: "job:retention",
  name: "retention",
  workspaceId: "",
  role: "job",
  peer: undefined,
};

async function untilNoneIsLeft(work: () => Promise<number>, signal: AbortSignal): Promise<number> {
  let total = 0;
  for (let done = -1; done !== 0 && !signal.aborted; total += done) done = await work();
  return total;
}

/** Destroys what nobody can want back: replaced values past their workspace's retention, and deleted credentials past theirs. */
export async function destroyExpiredValues(signal: AbortSignal): Promise<void> {
  authorize(job, "credential:expire");
  const versions = await untilNoneIsLeft(() => destroyOldVersions(job.userId), signal);
  const credentials = await untilNoneIsLeft(() => purgeOldRows(job.userId), signal);
  if (versions + credentials > 0) log.info({ versions, credentials }, "expired values destroyed");
}
