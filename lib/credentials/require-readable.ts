import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { unreadable } from "@/lib/checks/unreadable";
import { findConnector } from "@/lib/connectors/registry";
import { notFound, Refusal } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { openCredentialValues } from "./credential-values-repository";
import { recordCheck } from "./health-repository";

/** What is refused where stored values do not open. */
export const unreadableRefusal = (consequence: string) =>
  new Refusal(
    "CREDENTIAL_UNREADABLE",
    `The stored values cannot be read, so ${consequence}. They have to be replaced.`,
  );

/**
 * What a data source is to read with opens, also where it was accepted before. Where it does not, that is written down
 * as what a check came to, and the use is refused.
 */
export async function requireReadable(actor: Actor, id: unknown): Promise<void> {
  const operation = "credential:select";
  authorize(actor, operation);
  const credentialId = recordId.safeParse(id).data;
  const stored = credentialId === undefined ? undefined : await openCredentialValues(actor.workspaceId, credentialId);
  const connector = stored && findConnector(stored.connectorId);
  if (credentialId === undefined || !connector) throw notFound("credential");
  if (stored.values) return;
  const verification = unreadable(connector);
  await recordCheck(actor, {
    ...{ credentialId, operation, version: stored.version },
    ...{ verification, trigger: "data-source" },
  });
  throw unreadableRefusal("the data source was not created");
}
