import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { nothingToRead } from "@/lib/checks/offered-connectors";
import { endpointsOf } from "@/lib/connectors/database-connector";
import { findKnownConnector } from "@/lib/credentials/find-known-connector";
import { nameTaken, notFound, Refusal } from "@/lib/platform/errors";
import { nameKeys } from "@/lib/platform/name-keys";
import { peek } from "@/lib/platform/peek";
import { randomId } from "@/lib/platform/random-id";
import { searchText } from "@/lib/platform/search-words";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { SavedDataSourceDto } from "./data-source-dto";
import { findDataSourceByForm, insertDataSource } from "./data-source-repository";
import { createDataSourceInput } from "./data-source-schema";
import { findObstacle } from "./find-obstacle";
import { getDataSource } from "./get-data-source";
import { setParameters } from "./set-parameters";

/**
 * Stores a data source that reads an endpoint with a credential of the same connector and workspace.
 * @param signal stops a check that is made here; nothing is stored then
 */
export async function createDataSource(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<SavedDataSourceDto> {
  authorize(actor, "data-source:create");
  authorize(actor, "credential:select");
  const connector = await findKnownConnector(actor, input);
  const endpoint = endpointsOf(connector).find(({ id }) => id === peek(input, "endpointId"));
  if (!endpoint) {
    const endpointId = nothingToRead(connector) ?? "Choose an endpoint.";
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { endpointId } });
  }
  const { credentialId, formId, receipt, name, parameters } = parseInput(createDataSourceInput(endpoint), input);
  const { workspaceId } = actor;

  const replayed = await findDataSourceByForm(workspaceId, formId);
  if (replayed) return { saved: true, dataSource: replayed };
  const verification = await findObstacle(actor, { credentialId, connectorId: connector.id, receipt }, signal);
  if (verification) return { saved: false, verification };
  const id = randomId();
  const result = await insertDataSource(actor, connector, {
    id,
    credentialId,
    name,
    ...nameKeys(name),
    searchText: searchText([name]),
    endpointId: endpoint.id,
    parameters: setParameters(parameters),
    formId,
  });
  if (result === "inserted") return { saved: true, dataSource: await getDataSource(actor, id) };
  if (result === "connector-changed") {
    throw new Refusal("CHANGED_MEANWHILE", "The data source wasn't created: its connector just changed. Try again.");
  }
  if (result === "credential-gone") throw notFound("credential");
  if (result === "credential-refused") {
    throw new Refusal("CHANGED_MEANWHILE", "The data source wasn't created: its credential just stopped working.");
  }
  const winner = await findDataSourceByForm(workspaceId, formId);
  if (winner) return { saved: true, dataSource: winner };
  throw nameTaken("data source");
}
