import type { Endpoint, ParameterValues } from "./connector";

/** What is sent to read an endpoint. */
export type ReadRequest = {
  method: Endpoint["method"];
  /** The path with its query. */
  target: string;
  /** JSON; absent where there is none. */
  body?: { query: string; variables: ParameterValues };
};

/** An address may have these as they are, and is read more easily so. */
const encode = (text: string) => encodeURIComponent(text).replace(/%(3A|40|2C)/g, decodeURIComponent);

/**
 * The request that reads an endpoint with these parameters, by the connector's data alone. What the reader adds (paging,
 * order, times) is no parameter that a person gives, and stands before one of the same name.
 */
export function readRequest(endpoint: Endpoint, given: ParameterValues, added: ParameterValues = {}): ReadRequest {
  const { method, path, query } = endpoint;
  const ids = new Set([...endpoint.parameters.map(({ id }) => id), ...Object.keys(added)]);
  const named = [...ids].flatMap((id) => {
    const value = added[id] ?? given[id];
    return value === undefined ? [] : [[id, value] as const];
  });
  if (query !== undefined) return { method, target: path, body: { query, variables: Object.fromEntries(named) } };
  const pairs = named.flatMap(([id, value]) => [value].flat().map((one) => `${id}=${encode(String(one))}`));
  return { method, target: pairs.length > 0 ? `${path}?${pairs.join("&")}` : path };
}

/** The same in one line for people, with what a query is asked with behind it: `POST /graphql {"mine":true}`. */
export function requestLine(endpoint: Endpoint, given: ParameterValues): string {
  const { method, target, body } = readRequest(endpoint, given);
  const variables = body && Object.keys(body.variables).length > 0 ? ` ${JSON.stringify(body.variables)}` : "";
  return `${method} ${target}${variables}`;
}
