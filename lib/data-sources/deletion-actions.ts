"use server";

import { asAction, asChange } from "@/lib/auth/doors/as-action";
import type { DeletionPreviewDto, DeletionResultDto } from "@/lib/credentials/list/bulk-dto";
import type { ActionResult } from "@/lib/platform/result-dto";
import { deleteCredential } from "./delete-credential";
import { deleteCredentials } from "./delete-credentials";
import { previewDeletion } from "./preview-deletion";

export async function deleteCredentialAction(from: unknown, credentialId: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await deleteCredential(actor, credentialId);
    return null;
  });
}

export async function previewDeletionAction(from: unknown, input: unknown): Promise<ActionResult<DeletionPreviewDto>> {
  return asAction(from, (actor) => previewDeletion(actor, input));
}

export async function deleteCredentialsAction(from: unknown, input: unknown): Promise<ActionResult<DeletionResultDto>> {
  return asChange(from, (actor) => deleteCredentials(actor, input));
}
