import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { withReceipt } from "@/lib/checks/receipt";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { verifyStoredInput } from "@/lib/credentials/credential-schema";
import { parseInput } from "@/lib/platform/to-error-dto";
import { CHECK_RIGHTS, checkStoredValues } from "./check-stored-values";

/**
 * *Verify now*, and the check before an act that uses stored values: the input names its purpose then, and the answer
 * has a receipt for that. Needs what the act needs, a recent sign-in included, before anybody is asked.
 * @param signal cancels the check
 */
export async function verifyCredential(
  actor: Actor,
  id: unknown,
  input: unknown = {},
  signal?: AbortSignal,
): Promise<VerificationResult> {
  const { purpose, number } = parseInput(verifyStoredInput, input);
  if (purpose === "data-source") authorize(actor, "data-source:create");
  authorize(actor, CHECK_RIGHTS[purpose ?? "member"]);
  if (purpose === "move" || purpose === "rollback") requireRecentSignIn(actor);
  const check = { credentialId: id, trigger: purpose ?? ("member" as const), number, signal };
  const { credentialId, version, verification } = await checkStoredValues(actor, check);
  const { workspaceId, userId } = actor;
  return purpose ? withReceipt(verification, { workspaceId, userId, credentialId, version, purpose }) : verification;
}
