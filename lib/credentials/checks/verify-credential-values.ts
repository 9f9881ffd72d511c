import "server-only";
import * as z from "zod/mini";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { withReceipt } from "@/lib/checks/receipt";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { credentialValues } from "@/lib/credentials/credential-schema";
import { findKnownConnector } from "@/lib/credentials/find-known-connector";
import { requireAllowedHost } from "@/lib/credentials/require-allowed-host";
import { requireUsable } from "@/lib/credentials/require-usable";
import { secretValues } from "@/lib/platform/secret-values";
import { parseInput } from "@/lib/platform/to-error-dto";
import { checkTypedValues } from "./check-typed-values";

/**
 * *Test*, and the check before a save: asks the provider about values that are not stored, and stores nothing. An
 * accepted answer comes with a receipt, with which the same person can save the same values within a minute.
 * @param signal cancels the check
 */
export async function verifyCredentialValues(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<VerificationResult> {
  authorize(actor, "credential:verify");
  const connector = await findKnownConnector(actor, input);
  requireUsable(connector);
  const values = secretValues(parseInput(z.object({ values: credentialValues(connector) }), input).values);
  requireAllowedHost(connector, values);
  const { workspaceId, userId } = actor;
  const verification = await checkTypedValues(actor, connector, values, signal);
  return withReceipt(verification, { workspaceId, userId, connectorId: connector.id, values });
}
