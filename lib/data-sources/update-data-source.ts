import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { Connector, Endpoint } from "@/lib/connectors/connector";
import { httpConnectorIn } from "@/lib/own-connectors/find-connector";
import { changedMeanwhile, nameTaken, notFound, Refusal } from "@/lib/platform/errors";
import { nameKeys } from "@/lib/platform/name-keys";
import { peek } from "@/lib/platform/peek";
import { searchText } from "@/lib/platform/search-words";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { DataSourceDto, SavedDataSourceDto } from "./data-source-dto";
import { updateDataSourceInput } from "./data-source-schema";
import { findObstacle } from "./find-obstacle";
import { getDataSource } from "./get-data-source";
import { setParameters } from "./set-parameters";
import { type DataSourceChange, updateDataSourceRow } from "./update-repository";

type Read = { connector: Connector | undefined; endpoint: Endpoint | undefined };

/** The endpoint that it is to read: the one that is named, else its own. Undefined where its own is no more. */
async function endpointOf(
  workspaceId: string,
  { connectorId, endpointId }: DataSourceDto,
  input: unknown,
): Promise<Read> {
  const named = peek(input, "endpointId");
  const connector = await httpConnectorIn(workspaceId, connectorId);
  const endpoint = connector?.endpoints.find(({ id }) => id === (named ?? endpointId));
  if (!endpoint && named !== undefined) {
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { endpointId: "Choose an endpoint." } });
  }
  return { connector, endpoint };
}

/** Another endpoint without parameters of its own is read without any: those of the one before are not its. */
function withParameters(source: DataSourceDto, endpoint: Endpoint | undefined, input: unknown) {
  const isSame = !endpoint || endpoint.id === source.endpointId;
  return isSame || peek(input, "parameters") !== undefined ? input : { ...Object(input), parameters: {} };
}

type Parsed = { revision: number; name?: string | undefined; credentialId?: string | undefined; parameters?: unknown };

/** What of it is another than before, and what the trail calls that. */
function changeOf(source: DataSourceDto, { connector, endpoint }: Read, parsed: Parsed): DataSourceChange {
  const { name = source.name, credentialId = source.credential.id, revision } = parsed;
  const endpointId = endpoint?.id ?? source.endpointId;
  const parameters = parsed.parameters ? setParameters(parsed.parameters) : source.parameters;
  const isNew = {
    name: name !== source.name,
    endpoint: endpointId !== source.endpointId,
    parameters: !isDeepStrictEqual(parameters, source.parameters),
    credential: credentialId !== source.credential.id,
  };
  return {
    ...(connector && (isNew.endpoint || isNew.parameters) ? { connector } : {}),
    ...{ dataSourceId: source.id, revision, fromId: source.credential.id, credentialId, name },
    fields: Object.entries(isNew).flatMap(([field, changed]) => (changed ? [field] : [])),
    values: {
      ...(isNew.name ? { name, ...nameKeys(name), searchText: searchText([name]) } : {}),
      ...(isNew.endpoint ? { endpointId } : {}),
      ...(isNew.parameters ? { parameters } : {}),
    },
  };
}

/**
 * Changes name, endpoint, parameters or credential of a data source; what is left out stays. Another credential has to
 * be accepted by the provider first, as when one is created. Refused where it changed since the form was opened.
 * @param signal stops a check that is made here; nothing is changed then
 */
export async function updateDataSource(
  actor: Actor,
  input: unknown,
  signal?: AbortSignal,
): Promise<SavedDataSourceDto> {
  authorize(actor, "data-source:edit");
  const before = await getDataSource(actor, peek(input, "dataSourceId"));
  const read = await endpointOf(actor.workspaceId, before, input);
  const { endpoint } = read;
  const parsed = parseInput(updateDataSourceInput(endpoint), withParameters(before, endpoint, input));
  const change = changeOf(before, read, parsed);
  const { credentialId, fromId } = change;
  if (change.fields.length === 0) return { saved: true, dataSource: before };
  if (change.revision !== before.revision) throw changedMeanwhile("data source");
  if (credentialId !== fromId) {
    authorize(actor, "credential:select");
    const { receipt } = parsed;
    const wanted = { credentialId, connectorId: before.connectorId, receipt };
    const verification = await findObstacle(actor, wanted, signal);
    if (verification) return { saved: false, verification };
  }
  const result = await updateDataSourceRow(actor, change);
  if (result === "taken") throw nameTaken("data source");
  if (result === "connector-changed") {
    throw new Refusal("CHANGED_MEANWHILE", "The data source wasn't changed: its connector just changed. Try again.");
  }
  if (result === "credential-gone") throw notFound("credential");
  if (result === "credential-refused") {
    throw new Refusal("CHANGED_MEANWHILE", "The data source wasn't changed: its new credential just stopped working.");
  }
  const after = await getDataSource(actor, before.id);
  if (result === "changed-meanwhile") throw changedMeanwhile("data source");
  return { saved: true, dataSource: after };
}
