import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize, type Operation } from "@/lib/auth/permissions";
import { findConnector } from "@/lib/connectors/registry";
import { notFound, Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { CannotOpen } from "@/lib/platform/sealing";
import type { CredentialDetailsDto } from "./credential-dto";
import { recordId } from "./credential-schema";
import { openCredentialValues, recordCheck } from "./credential-values-repository";
import { getCredential } from "./get-credential";
import type { VerificationResult, VerificationStatus } from "./verification-dto";
import { verifyValues } from "./verify-values";

export type VerifiedCredentialDto = { credential: CredentialDetailsDto; verification: VerificationResult };

async function openOrRefuse(workspaceId: string, id: string) {
  try {
    return await openCredentialValues(workspaceId, id);
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    log.error({ credentialId: id, missingKeyId: error.missingKeyId }, "a stored credential does not open");
    throw new Refusal(
      "CREDENTIAL_UNREADABLE",
      "The stored values cannot be read. Replace them to use this credential again.",
    );
  }
}

/**
 * *Verify now*: asks the provider about the stored values and writes down the answer. Where the provider could not be
 * asked, the status stays as it was: an outage says nothing about the values.
 */
export async function verifyCredential(
  actor: Actor,
  id: unknown,
  operation: Operation = "credential:verify",
): Promise<VerifiedCredentialDto> {
  authorize(actor, operation);
  const parsed = recordId.safeParse(id);
  const { workspaceId, userId: actorId, peer } = actor;
  const stored = parsed.success ? await openOrRefuse(workspaceId, parsed.data) : undefined;
  const connector = stored && findConnector(stored.connectorId);
  if (!parsed.success || !stored || !connector) throw notFound("credential");
  const verification = await verifyValues(connector, stored.values);
  const status: VerificationStatus | undefined = verification.status === "UNVERIFIED" ? undefined : verification.status;
  await recordCheck(
    { workspaceId, credentialId: parsed.data, actorId, peer },
    { name: stored.name, version: stored.version, status, outcome: verification.outcome },
  );
  return { credential: await getCredential(actor, parsed.data), verification };
}
