import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { deleteOldNotices } from "./notice-repository";

/** Forgets notices that are older than anyone looks at. */
export async function forgetOldNotices(): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await deleteOldNotices();
}
