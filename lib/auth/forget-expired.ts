import "server-only";
import { forgetOldUses } from "@/lib/platform/rate-limit";
import { deleteExpired } from "./expired-repository";
import { jobOf } from "./job-of";
import { authorize } from "./permissions";

/** Forgets sessions, links, challenges and counters of limits that are over. */
export async function forgetExpired(): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await deleteExpired();
  await forgetOldUses();
}
