import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { ParameterValues } from "@/lib/connectors/connector";
import { checkStoredValues, findUnreadable } from "@/lib/credentials/checks/check-stored-values";
import { findKnownConnector } from "@/lib/credentials/find-known-connector";
import { requireCredential } from "@/lib/credentials/get-credential";
import { requireAccepted } from "@/lib/credentials/values/require-accepted";
import { nameTaken, notFound, Refusal } from "@/lib/platform/errors";
import { nameKeys } from "@/lib/platform/name-keys";
import { peek } from "@/lib/platform/peek";
import { randomId } from "@/lib/platform/random-id";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { CreateDataSourceDto } from "./data-source-dto";
import { findDataSourceByForm, insertDataSource } from "./data-source-repository";
import { createDataSourceInput } from "./data-source-schema";
import { getDataSource } from "./get-data-source";

type Wanted = { credentialId: string; connectorId: string; receipt: string | undefined };

/**
 * A source never starts on values that nobody proved, or that do not open: an unverified credential is checked now.
 * What the check came to, where it stands in the way.
 */
async function findObstacle(
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

/**
 * Stores a data source that reads an endpoint with a credential of the same connector and workspace.
 * @param signal stops a check that is made here; nothing is stored then
 */
export async function createDataSource(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<CreateDataSourceDto> {
  authorize(actor, "data-source:create");
  authorize(actor, "credential:select");
  const connector = findKnownConnector(input);
  const endpoint = connector.endpoints.find(({ id }) => id === peek(input, "endpointId"));
  if (!endpoint) {
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { endpointId: "Choose an endpoint." } });
  }
  const { credentialId, formId, receipt, name, parameters } = parseInput(createDataSourceInput(endpoint), input);
  const { workspaceId } = actor;

  const replayed = await findDataSourceByForm(workspaceId, formId);
  if (replayed) return { saved: true, dataSource: replayed };
  const verification = await findObstacle(actor, { credentialId, connectorId: connector.id, receipt }, signal);
  if (verification) return { saved: false, verification };
  const id = randomId();
  const result = await insertDataSource(actor, {
    id,
    connectorId: connector.id,
    credentialId,
    name,
    ...nameKeys(name),
    endpointId: endpoint.id,
    // Without the parameters that were left empty.
    parameters: JSON.parse(JSON.stringify(parameters)) as ParameterValues,
    formId,
  });
  if (result === "inserted") return { saved: true, dataSource: await getDataSource(actor, id) };
  if (result === "credential-gone") throw notFound("credential");
  if (result === "credential-refused") {
    throw new Refusal(
      "CHANGED_MEANWHILE",
      "The data source was not created: in this very moment its credential was found to work no more.",
    );
  }
  const winner = await findDataSourceByForm(workspaceId, formId);
  if (winner) return { saved: true, dataSource: winner };
  throw nameTaken("data source");
}
