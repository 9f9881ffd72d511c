import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { storeMissingLookKeys } from "./look-key-repository";

/** Makes what is compared of names from before their looks were, until all have it or the signal ends it. */
export async function fillLookKeys(signal: AbortSignal): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await storeMissingLookKeys("Credential", signal);
  await storeMissingLookKeys("DataSource", signal);
}
