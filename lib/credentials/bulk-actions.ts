"use server";

import { asChange } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { RestorationResultDto } from "./bulk-dto";
import { restoreCredentials } from "./restore-credentials";

export async function restoreCredentialsAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<RestorationResultDto>> {
  return asChange(from, (actor) => restoreCredentials(actor, input));
}
