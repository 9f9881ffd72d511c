import { clariCopilotSchemas } from "./clari-copilot-schemas";
import { firefliesSchemas } from "./fireflies-schemas";
import { gongSchemas } from "./gong-schemas";
import type { ObjectSchema } from "./record-fields";

const schemas: Readonly<Record<string, Readonly<Record<string, ObjectSchema>>>> = {
  "clari-copilot": clariCopilotSchemas,
  gong: gongSchemas,
  fireflies: firefliesSchemas,
};

/** The documented fields of an endpoint's records. Apart from the registry: only what shows or tells them loads them. */
export function endpointSchema(connectorId: string, endpointId: string): ObjectSchema | undefined {
  const ofConnector = Object.hasOwn(schemas, connectorId) ? schemas[connectorId] : undefined;
  return ofConnector && Object.hasOwn(ofConnector, endpointId) ? ofConnector[endpointId] : undefined;
}
