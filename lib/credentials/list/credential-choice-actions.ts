"use server";

import { asAction } from "@/lib/auth/doors/as-action";
import type { CredentialChoicesDto } from "@/lib/credentials/credential-dto";
import type { ActionResult } from "@/lib/platform/result-dto";
import { listCredentialChoices } from "./list-credential-choices";

export async function listCredentialChoicesAction(
  from: unknown,
  input: unknown,
): Promise<ActionResult<CredentialChoicesDto>> {
  return asAction(from, (actor) => listCredentialChoices(actor, input));
}
