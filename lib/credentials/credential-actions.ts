"use server";

import { asAction, asChange } from "@/lib/auth/doors/as-action";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { replaceCredentialValues } from "@/lib/credentials/values/replace-credential-values";
import { rollbackCredential } from "@/lib/credentials/values/rollback-credential";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { CredentialDetailsDto, CredentialTileDto, SaveCredentialDto } from "./credential-dto";
import { transferCredential } from "./transfer-credential";
import { updateCredential } from "./update-credential";

// Arguments are `unknown` on purpose: whatever a client sends arrives here, and the use case parses it.

/** Revalidates nothing: rendering the page anew would hold up the answer. The caller refreshes once it has shown it. */
export async function createCredentialAction(from: unknown, input: unknown): Promise<ActionResult<SaveCredentialDto>> {
  return asAction(from, (actor) => createCredential(actor, input));
}

export async function updateCredentialAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<CredentialDetailsDto>> {
  return asChange(from, (actor) => updateCredential(actor, input));
}

export async function replaceCredentialValuesAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<SaveCredentialDto>> {
  return asChange(from, (actor) => replaceCredentialValues(actor, input));
}

export async function rollbackCredentialAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<SaveCredentialDto>> {
  return asChange(from, (actor) => rollbackCredential(actor, input));
}

export async function transferCredentialAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<CredentialTileDto>> {
  return asChange(from, (actor) => transferCredential(actor, input));
}
