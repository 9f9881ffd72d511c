import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { deleteOldChecks } from "./check-repository";

/** Forgets checks that are older than anyone looks at. */
export async function forgetOldChecks(): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await deleteOldChecks();
}
