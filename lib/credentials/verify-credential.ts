import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noteRefused, noteWritten } from "@/lib/auth/attempt";
import { authorize, type Operation } from "@/lib/auth/permissions";
import { withinCheckLimits } from "@/lib/checks/check-limits";
import { unreadable } from "@/lib/checks/unreadable";
import type { CheckTrigger, VerificationResult } from "@/lib/checks/verification-dto";
import { verifyValues } from "@/lib/checks/verify-values";
import { findConnector } from "@/lib/connectors/registry";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { openCredentialValues } from "./credential-values-repository";
import { recordCheck } from "./health-repository";

export type VerifyOptions = {
  /** Which right it needs: members may not verify, but a source that they create checks what it is to use. */
  operation?: Operation;
  trigger: CheckTrigger;
  /** Of the worker that leased the check. */
  lease?: string;
  /** Cancels the check; a cancelled one is not recorded. */
  signal?: AbortSignal;
};

/**
 * *Verify now*: asks the provider about the stored values and writes down the answer. Where the provider could not be
 * asked, the status stays as it was: an outage says nothing about the values. Those that do not open are written down
 * as such, without asking.
 */
export async function verifyCredential(
  actor: Actor,
  id: unknown,
  { operation = "credential:verify", trigger, lease, signal }: VerifyOptions,
): Promise<VerificationResult> {
  authorize(actor, operation);
  const parsed = recordId.safeParse(id);
  const stored = parsed.success ? await openCredentialValues(actor.workspaceId, parsed.data) : undefined;
  const connector = stored && findConnector(stored.connectorId);
  if (!parsed.success || !stored || !connector) throw notFound("credential");
  const { version, values } = stored;
  const verification = values
    ? await withinCheckLimits(actor, () => verifyValues(actor, connector, values, signal))
    : unreadable(connector);
  if (!values) noteRefused(actor, verification.outcome, connector);
  // A cancelled check found nothing out: a worker's lease ends by itself, and everything stays as it was.
  if (verification.outcome === "cancelled") return verification;
  const leased = lease === undefined ? {} : { lease };
  await recordCheck(actor, { credentialId: parsed.data, operation, version, verification, trigger, ...leased });
  // Such a check is an event itself; what a check is made for has one of its own where it stops here.
  if (operation === "credential:verify") noteWritten(actor);
  return verification;
}
