import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { fillSearchTexts } from "@/lib/credentials/list/fill-search-texts";
import { storeMissingSourceSearchTexts } from "./source-search-text-repository";

/** Makes what a search reads of credentials and data sources that have none, until all have it or the signal ends it. */
export async function fillAllSearchTexts(signal: AbortSignal): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await fillSearchTexts(signal);
  await storeMissingSourceSearchTexts(signal);
}
