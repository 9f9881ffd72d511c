"use server";

import { revalidatePath } from "next/cache";
import { asAction } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { CredentialDetailsDto, SaveCredentialDto } from "./credential-dto";
import { purgeCredential } from "./purge-credential";
import { restoreCredential } from "./restore-credential";
import { rollbackCredential } from "./rollback-credential";

export async function rollbackCredentialAction(input: unknown): Promise<ActionResult<SaveCredentialDto>> {
  return asAction(async (actor) => {
    const result = await rollbackCredential(actor, input);
    if (result.saved) revalidatePath("/", "layout");
    return result;
  });
}

export async function restoreCredentialAction(credentialId: unknown): Promise<ActionResult<CredentialDetailsDto>> {
  return asAction(async (actor) => {
    const credential = await restoreCredential(actor, credentialId);
    revalidatePath("/", "layout");
    return credential;
  });
}

export async function purgeCredentialAction(credentialId: unknown): Promise<ActionResult<null>> {
  return asAction(async (actor) => {
    await purgeCredential(actor, credentialId);
    revalidatePath("/", "layout");
    return null;
  });
}
