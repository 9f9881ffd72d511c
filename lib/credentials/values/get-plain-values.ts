import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { plainFields, splitValues } from "@/lib/connectors/plain-values";
import { openCredentialValues } from "./credential-values-repository";

/**
 * The plain values in use, for *Replace values* to begin with. Only those that what is sealed opens beside: one that
 * somebody wrote into the database would have the next secret sent to where they want it. None where nothing opens.
 */
export async function getPlainValues(
  actor: Actor,
  connector: AnyConnector,
  credentialId: string,
): Promise<CredentialValues> {
  authorize(actor, "credential:replace");
  if (plainFields(connector).length === 0) return {};
  const stored = await openCredentialValues(actor.workspaceId, credentialId, { as: connector });
  return stored?.values ? splitValues(connector, stored.values).plain : {};
}
