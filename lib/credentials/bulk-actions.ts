"use server";

import { asAction, asChange } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { DeletionPreviewDto, DeletionResultDto, RestorationResultDto } from "./bulk-dto";
import { deleteCredentials } from "./delete-credentials";
import { previewDeletion } from "./preview-deletion";
import { restoreCredentials } from "./restore-credentials";

export async function previewDeletionAction(from: unknown, input: unknown): Promise<ActionResult<DeletionPreviewDto>> {
  return asAction(from, (actor) => previewDeletion(actor, input));
}

export async function deleteCredentialsAction(from: unknown, input: unknown): Promise<ActionResult<DeletionResultDto>> {
  return asChange(from, (actor) => deleteCredentials(actor, input));
}

export async function restoreCredentialsAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<RestorationResultDto>> {
  return asChange(from, (actor) => restoreCredentials(actor, input));
}
