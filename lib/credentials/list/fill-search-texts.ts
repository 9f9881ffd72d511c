import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { storeMissingSearchTexts } from "./search-text-repository";

/** Makes the search text of credentials that have none, until all have one or the signal ends it. */
export async function fillSearchTexts(signal: AbortSignal): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await storeMissingSearchTexts(signal);
}
