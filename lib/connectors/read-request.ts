import type { FormEndpoint, ParameterValue, ParameterValues } from "./connector";

/** What is sent to read an endpoint. */
export type ReadRequest = {
  method: FormEndpoint["method"];
  /** The path with its query. */
  target: string;
  /** JSON; absent where there is none. */
  body?: { readonly [key: string]: unknown };
};

/** An address may have these as they are, and is read more easily so. */
const encode = (text: string) => encodeURIComponent(text).replace(/%(3A|40|2C|E2%80%A6)/g, decodeURIComponent);

/** A copy of an object with a value at a path of keys. */
function put(
  body: { readonly [key: string]: unknown },
  [key = "", ...rest]: string[],
  value: unknown,
): { [key: string]: unknown } {
  if (rest.length === 0) return { ...body, [key]: value };
  const inner = Object.hasOwn(body, key) ? body[key] : undefined;
  const isObject = typeof inner === "object" && inner !== null && !Array.isArray(inner);
  return { ...body, [key]: put(isObject ? (inner as { [key: string]: unknown }) : {}, rest, value) };
}

/** What is sent of a parameter: a moment as its provider writes it, and all else as it is. */
function sent(endpoint: FormEndpoint, id: string, value: ParameterValue): ParameterValue {
  const parameter = endpoint.parameters.find((one) => one.id === id);
  const inSeconds = parameter?.kind === "datetime" && parameter.sentAs === "seconds" && !/^\d+$/.test(String(value));
  return inSeconds ? Math.floor(Date.parse(String(value)) / 1000) : value;
}

/** Times are texts in an address, and numbers in JSON. */
const numeric = (value: ParameterValue) =>
  typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;

const openName = ({ reading: { each } }: FormEndpoint): ParameterValues => (each ? { [each.as]: "…" } : {});

/**
 * The request that reads an endpoint with these parameters, by the connector's data alone. What the reader adds (paging,
 * order, times) is no parameter that a person gives, and stands before one of the same name.
 */
export function readRequest(endpoint: FormEndpoint, given: ParameterValues, added: ParameterValues = {}): ReadRequest {
  const { method, path, query, body } = endpoint;
  const elsewhere = endpoint.reading.each?.filters ?? [];
  const own = endpoint.parameters.map(({ id }) => id).filter((id) => !elsewhere.includes(id));
  const ids = new Set([...own, ...Object.keys(added)]);
  const named = [...ids].flatMap((id) => {
    const value = added[id] ?? given[id];
    return value === undefined ? [] : [[id, sent(endpoint, id, value)] as const];
  });
  if (query !== undefined) return { method, target: path, body: { query, variables: Object.fromEntries(named) } };
  if (body) {
    const whole = named.reduce<{ [key: string]: unknown }>(
      (into, [id, value]) => put(into, id.split("."), numeric(value)),
      { ...body },
    );
    return { method, target: path, body: whole };
  }
  const pairs = named.flatMap(([id, value]) => [value].flat().map((one) => `${id}=${encode(String(one))}`));
  return { method, target: pairs.length > 0 ? `${path}?${pairs.join("&")}` : path };
}

/**
 * The same in one line for people, with what a query is asked with behind it: `POST /graphql {"mine":true}`. Of an endpoint
 * that is asked for each record of another one, what names it is left open: `GET /call-details?id=…`.
 */
export function requestLine(endpoint: FormEndpoint, given: ParameterValues): string {
  const { method, target, body } = readRequest(endpoint, { ...openName(endpoint), ...given });
  const said = endpoint.query === undefined ? body : (body?.variables as object);
  return `${method} ${target}${said && Object.keys(said).length > 0 ? ` ${JSON.stringify(said)}` : ""}`;
}
