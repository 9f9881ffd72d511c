import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { analyzeTables } from "./statistics-repository";

/** Without it, the planner of the embedded database keeps the plans that it made when every table was empty. */
export async function refreshStatistics(): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await analyzeTables();
}
