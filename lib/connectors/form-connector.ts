import type { Connector, FormConnector, FormEndpoint } from "./connector";

function formEndpoint({ reading: { records, personalFields, each }, ...endpoint }: FormEndpoint): FormEndpoint {
  return { ...endpoint, reading: { records, personalFields, ...(each ? { each } : {}) } };
}

/** What a page hands to the form of a data source, and so to a browser. */
export function formConnector({ id, name, authentication, endpoints }: Connector): FormConnector {
  return { id, name, authentication, endpoints: endpoints.map(formEndpoint) };
}
