import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { findKnownConnector } from "@/lib/credentials/find-known-connector";
import { getCredentialTile } from "@/lib/credentials/get-credential-tile";
import { requireReadable, unreadableRefusal } from "@/lib/credentials/require-readable";
import { verifyCredential } from "@/lib/credentials/verify-credential";
import { notFound, Refusal } from "@/lib/platform/errors";
import { nameKeys } from "@/lib/platform/name-keys";
import { randomId } from "@/lib/platform/random-id";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { DataSourceDto, DataSourceParameters } from "./data-source-dto";
import { findDataSourceByForm, insertDataSource } from "./data-source-repository";
import { createDataSourceEnvelope, dataSourceForm } from "./data-source-schema";
import { getDataSource } from "./get-data-source";

export function dataSourceNameTaken(): Refusal {
  return new Refusal("NAME_TAKEN", "This name is already used.", {
    fields: { name: "Another data source has this name already, or one that looks like it. Choose another one." },
  });
}

/** A source never starts on values that nobody proved, or that do not open: an unverified credential is checked now. */
async function requireVerifiedCredential(
  actor: Actor,
  { credentialId, connectorId }: { credentialId: string; connectorId: string },
  signal: AbortSignal | undefined,
): Promise<void> {
  const { credential } = await getCredentialTile(actor, credentialId);
  if (credential.connectorId !== connectorId) throw notFound("credential");
  if (credential.status === "VERIFIED") return requireReadable(actor, credentialId);
  const verification = await verifyCredential(actor, credentialId, {
    operation: "credential:select",
    trigger: "data-source",
    ...(signal ? { signal } : {}),
  });
  // Stopped in the moment between the answer and the save: the person was told that nothing is created.
  if (verification.status === "VERIFIED" && !signal?.aborted) return;
  if (verification.outcome === "unreadable") throw unreadableRefusal("the data source was not created");
  const refused = verification.status === "FAILED";
  throw new Refusal(
    refused ? "VERIFICATION_REFUSED" : "VERIFICATION_INCONCLUSIVE",
    `The credential was checked just now, and the data source was not created. ${verification.message} ${verification.nextStep}`,
  );
}

/**
 * Stores a data source that reads an endpoint with a credential of the same connector and workspace.
 * @param signal stops the check of a credential that is not verified; nothing is stored then
 */
export async function createDataSource(actor: Actor, input: unknown, signal?: AbortSignal): Promise<DataSourceDto> {
  authorize(actor, "data-source:create");
  authorize(actor, "credential:select");
  const connector = findKnownConnector(input);
  const { credentialId, endpointId, formId } = parseInput(createDataSourceEnvelope, input);
  const endpoint = connector.endpoints.find(({ id }) => id === endpointId);
  if (!endpoint) {
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { endpointId: "Choose an endpoint." } });
  }
  const { name, parameters } = parseInput(dataSourceForm(endpoint), input);
  const { workspaceId } = actor;

  const replayed = await findDataSourceByForm(workspaceId, formId);
  if (replayed) return replayed;
  await requireVerifiedCredential(actor, { credentialId, connectorId: connector.id }, signal);
  const id = randomId();
  const result = await insertDataSource(actor, {
    id,
    connectorId: connector.id,
    credentialId,
    name,
    ...nameKeys(name),
    endpointId,
    // Without the parameters that were left empty.
    parameters: JSON.parse(JSON.stringify(parameters)) as DataSourceParameters,
    formId,
  });
  if (result === "inserted") return getDataSource(actor, id);
  if (result === "credential-gone") throw notFound("credential");
  if (result === "credential-refused") {
    throw new Refusal(
      "CHANGED_MEANWHILE",
      "The data source was not created: in this very moment its credential was found to work no more.",
    );
  }
  const winner = await findDataSourceByForm(workspaceId, formId);
  if (winner) return winner;
  throw dataSourceNameTaken();
}
