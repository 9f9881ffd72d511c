import "server-only";
import type { Job } from "@/lib/auth/actor";
import { hasRoomForSchedule } from "@/lib/checks/request-budget";
import { findConnector } from "@/lib/connectors/registry";
import { Refusal } from "@/lib/platform/errors";
import { describeError, log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { isCheckDue, type Leased, leaseDueCredential, postponeCheck } from "./health-repository";
import { verifyCredential } from "./verify-credential";

/**
 * Checks at a time in this process; each leases one credential after the other. Fewer than a workspace may have running
 * at once: its people can check while the schedule does.
 */
const LANES = 2;
const HOUR = 60;

const jobOf = (workspaceId: string): Job => ({
  kind: "job",
  userId: "job:reverify",
  name: "Scheduled check",
  workspaceId,
  role: "job",
  peer: undefined,
});

async function checkLeased(leased: Leased, signal: AbortSignal): Promise<boolean> {
  const connector = findConnector(leased.connectorId);
  if (!connector || !(await hasRoomForSchedule(connector))) {
    await postponeCheck(leased, HOUR);
    return false;
  }
  try {
    await verifyCredential(jobOf(leased.workspaceId), leased.id, {
      trigger: "schedule",
      lease: leased.lease,
      signal,
    });
    return true;
  } catch (error) {
    // Deleted meanwhile, not readable, or too much going on: not a reason to stop with the others.
    if (!isOwn(error, Refusal)) throw error;
    await postponeCheck(leased, error.dto.code === "TOO_MANY_CHECKS" ? 0.2 : HOUR);
    return false;
  }
}

/** What a run of scheduled checks came to. */
export type Reverified = { checked: number; moreDue: boolean };

/**
 * Checks the credentials that are due, each once however many instances do this at the same time, until none is due or
 * the signal ends it. One that is being checked then is given up and comes up again within a minute.
 */
export async function reverifyDueCredentials(signal: AbortSignal): Promise<Reverified> {
  let checked = 0;
  const lane = async () => {
    while (!signal.aborted) {
      const leased = await leaseDueCredential();
      if (!leased) return;
      if (await checkLeased(leased, signal)) checked += 1;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const { reason } of ended.filter((result) => result.status === "rejected"))
    log.error({ error: describeError(reason) }, "scheduled checks stopped early");
  if (checked > 0) log.info({ checked }, "scheduled checks done");
  return { checked, moreDue: await isCheckDue() };
}
