import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { checkStoredValues, findUnreadable } from "@/lib/credentials/checks/check-stored-values";
import { requireCredential } from "@/lib/credentials/get-credential";
import { requireAccepted } from "@/lib/credentials/values/require-accepted";
import { notFound } from "@/lib/platform/errors";

type Wanted = { credentialId: string; connectorId: string; receipt: string | undefined };

/**
 * A source never rests on values that nobody proved, or that do not open: an unverified credential is checked now.
 * What the check came to, where it stands in the way.
 * @param signal stops a check that is made here; nothing is done then
 */
export async function findObstacle(
  actor: Actor,
  { credentialId, connectorId, receipt }: Wanted,
  signal: AbortSignal | undefined,
): Promise<VerificationResult | undefined> {
  const credential = await requireCredential(actor, credentialId);
  if (credential.connectorId !== connectorId) throw notFound("credential");
  const purpose = "data-source";
  const check = { credentialId, trigger: purpose, signal } as const;
  if (credential.status === "VERIFIED") return findUnreadable(actor, check);
  const { workspaceId, userId } = actor;
  const stored = { workspaceId, userId, credentialId, version: credential.version, purpose } as const;
  const ask = async () => (await checkStoredValues(actor, check)).verification;
  const accepted = await requireAccepted(stored, { receipt, signal }, ask);
  return "verification" in accepted ? accepted.verification : undefined;
}
