import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { withinCheckLimits } from "@/lib/checks/check-limits";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { verifyValues } from "@/lib/checks/verify-values";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";

/** Asks the provider about values that are not stored; the signal cancels. For use cases that authorized already. */
export function checkTypedValues(
  actor: Actor,
  connector: AnyConnector,
  values: CredentialValues,
  signal: AbortSignal | undefined,
): Promise<VerificationResult> {
  return withinCheckLimits(actor, () => verifyValues(actor, connector, values, signal));
}
