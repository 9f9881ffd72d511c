import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { fillCredentialLookKeys } from "@/lib/credentials/list/look-key-repository";
import { fillSourceLookKeys } from "./look-key-repository";

/** Makes what is compared of names from before their looks were, until all have it or the signal ends it. */
export async function fillLookKeys(signal: AbortSignal): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await fillCredentialLookKeys(signal);
  await fillSourceLookKeys(signal);
}
