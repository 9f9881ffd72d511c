import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { describeError, log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { checkStoredValues } from "./check-stored-values";
import { isCheckDue, type Leased, leaseDueCredential, postponeCheck } from "./health-repository";
import { rescheduleOutdated } from "./reschedule-repository";

/**
 * Checks at a time in this process; each leases one credential after the other. Fewer than a workspace may have running
 * at once: its people can check while the schedule does.
 */
const LANES = 2;
const POSTPONED_MINUTES = 60;
/** Where too many checks were running: they take seconds. */
const CROWDED_MINUTES = 0.2;

async function checkLeased(leased: Leased, signal: AbortSignal): Promise<boolean> {
  try {
    const { id: credentialId, lease } = leased;
    await checkStoredValues(jobOf("reverify", leased.workspaceId), {
      credentialId,
      trigger: "schedule",
      lease,
      signal,
    });
    return true;
  } catch (error) {
    // Deleted meanwhile, or too much going on, here or at the provider: not a reason to stop with the others.
    if (!isOwn(error, Refusal)) throw error;
    await postponeCheck(leased, error.dto.code === "TOO_MANY_CHECKS" ? CROWDED_MINUTES : POSTPONED_MINUTES);
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
  authorize(jobOf("reverify"), "credential:verify");
  while (!signal.aborted && (await rescheduleOutdated()));
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
