"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import { restoreCredentials } from "@/lib/credentials/deletion/restore-credentials";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { RestorationResultDto } from "./bulk-dto";

export async function restoreCredentialsAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<RestorationResultDto>> {
  return asChange(from, (actor) => restoreCredentials(actor, input));
}
