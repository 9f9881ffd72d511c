import { clariCopilotSchemas } from "./clari-copilot-schemas";
import type { Endpoint } from "./connector";
import { firefliesSchemas } from "./fireflies-schemas";
import { gongSchemas } from "./gong-schemas";
import type { ObjectSchema } from "./record-fields";

const schemas: Readonly<Record<string, Readonly<Record<string, ObjectSchema>>>> = {
  "clari-copilot": clariCopilotSchemas,
  gong: gongSchemas,
  fireflies: firefliesSchemas,
};

/**
 * The documented fields of an endpoint's records: its own, or those of a file for itself, which only what shows or tells
 * them loads.
 */
export function endpointSchema(
  connectorId: string,
  { id: endpointId, fields }: Pick<Endpoint, "id" | "fields">,
): ObjectSchema | undefined {
  if (fields) return fields;
  const ofConnector = Object.hasOwn(schemas, connectorId) ? schemas[connectorId] : undefined;
  return ofConnector && Object.hasOwn(ofConnector, endpointId) ? ofConnector[endpointId] : undefined;
}
