import type { FormConnector, FormEndpoint } from "./connector";
import { type AnyConnector, endpointsOf } from "./database-connector";

function formEndpoint({ reading: { records, personalFields, each }, ...endpoint }: FormEndpoint): FormEndpoint {
  return { ...endpoint, reading: { records, personalFields, ...(each ? { each } : {}) } };
}

/** What a page hands to the form of a data source, and so to a browser. */
export function formConnector(connector: AnyConnector): FormConnector {
  const { id, name, authentication } = connector;
  return { id, name, authentication, endpoints: endpointsOf(connector).map(formEndpoint) };
}
