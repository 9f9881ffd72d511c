import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { log } from "@/lib/platform/log";
import { forgetOutdated, remindDue } from "./reminder-repository";

/**
 * Tells workspaces, once each, which of their credentials should be rotated soon or should have been, until all are told
 * or the signal ends it. Safe on several instances.
 */
export async function remindDueRotations(signal: AbortSignal, now = new Date()): Promise<void> {
  authorize(jobOf("reminders"), "credential:remind");
  while (!signal.aborted && (await forgetOutdated()));
  let total = 0;
  while (!signal.aborted) {
    const marked = await remindDue(now);
    if (marked === 0) break;
    total += marked;
  }
  if (total > 0) log.info({ credentials: total }, "reminded of rotations");
}
