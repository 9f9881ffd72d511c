"use server";

import { revalidatePath } from "next/cache";
import { asAction } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { createCredential } from "./create-credential";
import type { CredentialDetailsDto, SaveCredentialDto } from "./credential-dto";
import { deleteCredential } from "./delete-credential";
import { replaceCredentialValues } from "./replace-credential-values";
import { updateCredential } from "./update-credential";

// Arguments are `unknown` on purpose: whatever a client sends arrives here, and the use case parses it.

/** Revalidates nothing: rendering the page anew would hold up the answer. The caller refreshes once it has shown it. */
export async function createCredentialAction(input: unknown): Promise<ActionResult<SaveCredentialDto>> {
  return asAction((actor) => createCredential(actor, input));
}

export async function updateCredentialAction(input: unknown): Promise<ActionResult<CredentialDetailsDto>> {
  return asAction(async (actor) => {
    const credential = await updateCredential(actor, input);
    revalidatePath("/", "layout");
    return credential;
  });
}

export async function replaceCredentialValuesAction(input: unknown): Promise<ActionResult<SaveCredentialDto>> {
  return asAction(async (actor) => {
    const result = await replaceCredentialValues(actor, input);
    if (result.saved) revalidatePath("/", "layout");
    return result;
  });
}

export async function deleteCredentialAction(credentialId: unknown): Promise<ActionResult<null>> {
  return asAction(async (actor) => {
    await deleteCredential(actor, credentialId);
    revalidatePath("/", "layout");
    return null;
  });
}
