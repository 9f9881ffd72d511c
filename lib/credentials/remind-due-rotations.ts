import "server-only";
import type { Job } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { log } from "@/lib/platform/log";
import { forgetOutdated, remindDue } from "./reminder-repository";

/** Of every workspace: each notice is in its own. */
const job: Job = {
  kind: "job",
  userId: "job:reminders",
  name: "reminders",
  workspaceId: "",
  role: "job",
  peer: undefined,
};

/**
 * Tells workspaces, once each, which of their credentials should be rotated soon or should have been, until all are told
 * or the signal ends it. Safe on several instances.
 */
export async function remindDueRotations(signal: AbortSignal, now = new Date()): Promise<void> {
  authorize(job, "credential:remind");
  while (!signal.aborted && (await forgetOutdated()));
  let total = 0;
  for (let marked = -1; marked !== 0 && !signal.aborted; total += marked) marked = await remindDue(now);
  if (total > 0) log.info({ credentials: total }, "reminded of rotations");
}
