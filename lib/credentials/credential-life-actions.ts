"use server";

import { asChange } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { CredentialDetailsDto } from "./credential-dto";
import { purgeCredential } from "./purge-credential";
import { restoreCredential } from "./restore-credential";

export async function restoreCredentialAction(
  from: unknown,
  credentialId: unknown,
): Promise<ActionResult<CredentialDetailsDto>> {
  return asChange(from, (actor) => restoreCredential(actor, credentialId));
}

export async function purgeCredentialAction(from: unknown, credentialId: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await purgeCredential(actor, credentialId);
    return null;
  });
}
