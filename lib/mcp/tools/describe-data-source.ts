import "server-only";
import type { Endpoint, ParameterValues } from "@/lib/connectors/connector";
import { describeParameters } from "@/lib/connectors/describe-parameters";
import { endpointSchema } from "@/lib/connectors/endpoint-fields";
import { getDataSource } from "@/lib/data-sources/get-data-source";
import { healthWords } from "@/lib/mcp/health-words";
import { listFields } from "@/lib/mcp/list-fields";
import { sourceInput } from "@/lib/mcp/mcp-schema";
import type { Tool } from "@/lib/mcp/tool";
import { httpConnectorIn } from "@/lib/own-connectors/find-connector";
import { notFound } from "@/lib/platform/errors";
import { changedOf } from "@/lib/reading/read-records";
import { MASK } from "@/lib/reading/record-values-dto";

/** What is set, with its labels; of what is about people only how much. */
function listParameters(endpoint: Endpoint, values: ParameterValues) {
  const personal = new Set(endpoint.parameters.filter((one) => one.personal).map(({ id }) => id));
  return describeParameters(endpoint, values).map((parameter) => {
    const texts = "moment" in parameter ? [parameter.moment] : parameter.texts;
    if (!personal.has(parameter.id)) return { name: parameter.label, values: texts };
    return { name: parameter.label, values: texts.map(() => MASK), personal: true };
  });
}

export const describeDataSourceTool: Tool<{ dataSourceId: string }> = {
  name: "describe_data_source",
  title: "Describe a data source",
  description:
    "Says of one data source which endpoint of its provider it reads, with which parameters, and the documented fields of its records with their types; `personal` marks what is about people: such values of parameters read •••, and sample_records hides such fields.",
  input: sourceInput,
  run: async (actor, { dataSourceId }) => {
    const { id, name, connectorId, endpointId, credential, parameters } = await getDataSource(actor, dataSourceId);
    const connector = await httpConnectorIn(actor.workspaceId, connectorId);
    const endpoint = connector?.endpoints.find((one) => one.id === endpointId);
    if (!connector || !endpoint) throw notFound("endpoint");
    const { endpoints } = connector;
    return {
      ...{ id, name, type: connector.name },
      credential: { id: credential.id, name: credential.name, health: healthWords(credential) },
      endpoint: { name: endpoint.name, description: endpoint.summary, method: endpoint.method, path: endpoint.path },
      parameters: listParameters(endpoint, parameters),
      key: endpoint.reading.key,
      canReadWhatChanged: changedOf({ endpoints, endpoint, parameters }) !== undefined,
      fields: listFields(endpointSchema(connectorId, endpoint) ?? {}, endpoint.reading.personalFields),
    };
  },
};
