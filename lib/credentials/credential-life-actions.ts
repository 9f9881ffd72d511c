"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import { purgeCredential } from "@/lib/credentials/deletion/purge-credential";
import { restoreCredential } from "@/lib/credentials/deletion/restore-credential";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { CredentialDetailsDto } from "./credential-dto";

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
