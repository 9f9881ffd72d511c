import type { FormEndpoint, ParameterValues } from "./connector";

/** What is sent to read an endpoint. */
export type ReadRequest = {
  method: FormEndpoint["method"];
  /** The path with its query. */
  target: string;
  /** JSON; absent where there is none. */
  body?: { query: string; variables: ParameterValues };
};

/** An address may have these as they are, and is read more easily so. */
const encode = (text: string) => encodeURIComponent(text).replace(/%(3A|40|2C|E2%80%A6)/g, decodeURIComponent);

const openName = ({ reading: { each } }: FormEndpoint): ParameterValues => (each ? { [each.as]: "…" } : {});

/**
 * The request that reads an endpoint with these parameters, by the connector's data alone. What the reader adds (paging,
 * order, times) is no parameter that a person gives, and stands before one of the same name.
 */
export function readRequest(endpoint: FormEndpoint, given: ParameterValues, added: ParameterValues = {}): ReadRequest {
  const { method, path, query } = endpoint;
  const elsewhere = endpoint.reading.each?.filters ?? [];
  const own = endpoint.parameters.map(({ id }) => id).filter((id) => !elsewhere.includes(id));
  const ids = new Set([...own, ...Object.keys(added)]);
  const named = [...ids].flatMap((id) => {
    const value = added[id] ?? given[id];
    return value === undefined ? [] : [[id, value] as const];
  });
  if (query !== undefined) return { method, target: path, body: { query, variables: Object.fromEntries(named) } };
  const pairs = named.flatMap(([id, value]) => [value].flat().map((one) => `${id}=${encode(String(one))}`));
  return { method, target: pairs.length > 0 ? `${path}?${pairs.join("&")}` : path };
}

/**
 * The same in one line for people, with what a query is asked with behind it: `POST /graphql {"mine":true}`. Of an endpoint
 * that is asked for each record of another one, what names it is left open: `GET /call-details?id=…`.
 */
export function requestLine(endpoint: FormEndpoint, given: ParameterValues): string {
  const { method, target, body } = readRequest(endpoint, { ...openName(endpoint), ...given });
  const variables = body && Object.keys(body.variables).length > 0 ? ` ${JSON.stringify(body.variables)}` : "";
  return `${method} ${target}${variables}`;
}
