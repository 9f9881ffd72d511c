import "server-only";
import * as z from "zod/mini";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { withinCheckLimits } from "@/lib/checks/check-limits";
import { issueReceipt } from "@/lib/checks/receipt";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { verifyValues } from "@/lib/checks/verify-values";
import { secretValues } from "@/lib/platform/secret-values";
import { parseInput } from "@/lib/platform/to-error-dto";
import { credentialValues } from "./credential-schema";
import { findKnownConnector } from "./find-known-connector";

/**
 * *Test*: asks the provider about values that are not stored, and stores nothing. An accepted answer comes with a
 * receipt, with which the same person can save the same values within a minute. The signal cancels.
 */
export async function verifyCredentialValues(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<VerificationResult> {
  authorize(actor, "credential:verify");
  const connector = findKnownConnector(input);
  const values = secretValues(parseInput(z.object({ values: credentialValues(connector) }), input).values);
  const result = await withinCheckLimits(actor, () => verifyValues(actor, connector, values, signal));
  if (result.status !== "VERIFIED") return result;
  const { workspaceId, userId } = actor;
  const { outcome, diagnostic } = result;
  const accepted = { workspaceId, userId, connectorId: connector.id, values };
  return { ...result, receipt: await issueReceipt(accepted, { outcome, durationMs: diagnostic.durationMs }) };
}
