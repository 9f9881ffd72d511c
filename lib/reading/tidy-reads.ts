import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { forgetOldBudgets } from "@/lib/checks/read-budget-repository";
import { DAY_MS } from "@/lib/platform/day-ms";
import { endSilentReads, forgetReads } from "./read-rows-repository";

/** A stream says every quarter of a minute that it is alive, whatever it waits for. */
const LOST_AFTER_MS = 60_000;
/** Whoever reads pages may take a while between two. */
const LEFT_AFTER_MS = 60 * 60_000;
const READS_KEPT_MS = 90 * DAY_MS;
/** Whoever comes back later than this begins anew. */
const CHECKPOINTS_KEPT_MS = 14 * DAY_MS;
/** No provider counts longer than a week. */
const BUDGETS_KEPT_MS = 15 * DAY_MS;

/** Says of reads whose process died that they are lost. How many were. */
export async function findLostReads(now = Date.now()): Promise<number> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  return endSilentReads(new Date(now - LOST_AFTER_MS), new Date(now - LEFT_AFTER_MS));
}

/** Forgets reads after 90 days, and before that where they could be continued from. */
export async function forgetOldReads(now = Date.now()): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await forgetReads(new Date(now - READS_KEPT_MS), new Date(now - CHECKPOINTS_KEPT_MS));
  await forgetOldBudgets(new Date(now - BUDGETS_KEPT_MS));
}
