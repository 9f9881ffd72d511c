import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { withinCheckLimits } from "@/lib/checks/check-limits";
import { readReceipt } from "@/lib/checks/receipt";
import type { VerificationOutcome, VerificationResult } from "@/lib/checks/verification-dto";
import { verifyValues } from "@/lib/checks/verify-values";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";

export type AcceptedCheck = { check: { status: "VERIFIED"; outcome: VerificationOutcome; durationMs: number } };

/**
 * Values that are to be stored were accepted by the provider: just now by a check whose receipt came along, or by one
 * that is made here. Where they were not, the answer of that check.
 */
export async function requireAccepted(
  actor: Actor,
  connector: Connector,
  values: CredentialValues,
  receipt: string | undefined,
): Promise<AcceptedCheck | { verification: VerificationResult }> {
  const { workspaceId, userId } = actor;
  const read = receipt && (await readReceipt(receipt, { workspaceId, userId, connectorId: connector.id, values }));
  if (read) return { check: { status: "VERIFIED", ...read } };
  const verification = await withinCheckLimits(actor, () => verifyValues(actor, connector, values));
  const { status, outcome, diagnostic } = verification;
  return status === "VERIFIED" ? { check: { status, outcome, durationMs: diagnostic.durationMs } } : { verification };
}
