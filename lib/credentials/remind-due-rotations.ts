import "server-only";
import { log } from "@/lib/platform/log";
import { forgetOutdated, remindDue } from "./reminder-repository";

/**
 * Tells workspaces, once each, which of their credentials should be rotated soon or should have been, until all are told
 * or the signal ends it. Safe on several instances.
 */
export async function remindDueRotations(signal: AbortSignal, now = new Date()): Promise<void> {
  while (!signal.aborted && (await forgetOutdated()));
  let total = 0;
  for (let marked = -1; marked !== 0 && !signal.aborted; total += marked) marked = await remindDue(now);
  if (total > 0) log.info({ credentials: total }, "reminded of rotations");
}
