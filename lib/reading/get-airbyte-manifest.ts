import "server-only";
import { endpointSchema } from "@/lib/connectors/endpoint-fields";
import { toJsonSchema } from "@/lib/connectors/record-fields";
import { httpConnectorIn } from "@/lib/own-connectors/find-connector";
import { notFound } from "@/lib/platform/errors";
import { airbyteYaml } from "./airbyte-manifest";
import { requireReadable } from "./open-source";
import { changedOf } from "./read-records";
import type { Reader } from "./still-may-read";

/**
 * What Airbyte reads a data source with. Nobody is asked, and nothing secret is in it.
 * @param origin at which the reader reaches Latchkey
 */
export async function getAirbyteManifest(reader: Reader, id: unknown, origin: string): Promise<string> {
  const source = await requireReadable(reader, id);
  const connector = await httpConnectorIn(reader.workspaceId, source.connectorId);
  const endpoint = connector?.endpoints.find((one) => one.id === source.endpointId);
  if (!connector || !endpoint) throw notFound("endpoint");
  const { endpoints } = connector;
  return airbyteYaml({
    ...{ origin, sourceId: source.id, name: source.name, key: endpoint.reading.key },
    schema: toJsonSchema(endpointSchema(connector.id, endpoint) ?? {}),
    isIncremental: changedOf({ endpoints, endpoint, parameters: source.parameters }) !== undefined,
  });
}
