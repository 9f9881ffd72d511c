"use server";

import { revalidatePath } from "next/cache";
import { asAction } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { CredentialDetailsDto } from "./credential-dto";
import { purgeCredential } from "./purge-credential";
import { restoreCredential } from "./restore-credential";

export async function restoreCredentialAction(
  from: unknown,
  credentialId: unknown,
): Promise<ActionResult<CredentialDetailsDto>> {
  return asAction(from, async (actor) => {
    const credential = await restoreCredential(actor, credentialId);
    revalidatePath("/", "layout");
    return credential;
  });
}

export async function purgeCredentialAction(from: unknown, credentialId: unknown): Promise<ActionResult<null>> {
  return asAction(from, async (actor) => {
    await purgeCredential(actor, credentialId);
    revalidatePath("/", "layout");
    return null;
  });
}
