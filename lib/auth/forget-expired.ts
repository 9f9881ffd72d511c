import "server-only";
import { DAY_MS } from "@/lib/platform/day-ms";
import { forgetOldRequests } from "@/lib/platform/known-request-repository";
import { forgetOldUses } from "@/lib/platform/rate-limit";
import { deleteExpired } from "./expired-repository";
import { jobOf } from "./job-of";
import { authorize } from "./permissions";

/** Forgets sessions, links, challenges and counters of limits that are over, and requests that are too old to be sent again. */
export async function forgetExpired(): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await deleteExpired();
  await forgetOldUses();
  await forgetOldRequests(new Date(Date.now() - DAY_MS));
}
