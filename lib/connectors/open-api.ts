/**
 * What of a connector an OpenAPI document says: its name, its hosts, ways to sign in and lists that can be read.
 * References are followed inside the document only, and nothing is fetched.
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

export type ReadDocument = {
  name: string;
  /** As the document writes them: some have variables, or are no https. */
  servers: string[];
  /** The ways in that a request can say whole, and whether there is no other. */
  ways: ({ in: "bearer" } | { in: "header"; name: string })[];
  isOnlyWay: boolean;
  lists: ListedEndpoint[];
};

export type ListedEndpoint = {
  path: string;
  name: string;
  summary: string;
  /** Where in the answer its records are. */
  records: string;
  hasId: boolean;
  /** The names of what it takes. */
  parameters: string[];
};

/** A document that refers to itself ends here. */
const DEEPEST = 8;
const MOST_ENDPOINTS = 60;

const isNode = (json: Json | undefined): json is Node =>
  typeof json === "object" && json !== null && !Array.isArray(json);
const nodeAt = (node: Json | undefined, ...keys: string[]): Node => {
  const found = keys.reduce<Json | undefined>(
    (at, key) => (isNode(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    node,
  );
  return isNode(found) ? found : {};
};
const textOf = (json: Json | undefined): string => (typeof json === "string" ? json : "");

function resolve(document: Node, json: Json | undefined, depth = 0): Node {
  const reference = isNode(json) ? textOf(json.$ref) : "";
  if (!reference) return isNode(json) ? json : {};
  if (!reference.startsWith("#/") || depth > DEEPEST) return {};
  const keys = reference
    .slice(2)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return resolve(document, nodeAt(document, ...keys), depth + 1);
}

function waysIn(document: Node): Pick<ReadDocument, "ways" | "isOnlyWay"> {
  const schemes = Object.values(nodeAt(document, "components", "securitySchemes")).map((one) => resolve(document, one));
  const ways = schemes.flatMap((scheme): ReadDocument["ways"] => {
    const [type, place, name] = [scheme.type, scheme.in, textOf(scheme.name)];
    if (type === "http" && textOf(scheme.scheme).toLowerCase() === "bearer") return [{ in: "bearer" }];
    return type === "apiKey" && place === "header" && name ? [{ in: "header", name }] : [];
  });
  return { ways, isOnlyWay: ways.length === 1 && schemes.length === 1 };
}

/** Where in an answer a list of objects is: the path, and the properties of its entries. */
function listIn(document: Node, schema: Node, path = "", depth = 0): { path: string; entry: Node } | undefined {
  if (schema.type === "array") return { path: path || "*", entry: resolve(document, schema.items) };
  if (depth > 1) return undefined;
  for (const [key, property] of Object.entries(nodeAt(schema, "properties"))) {
    const found = listIn(document, resolve(document, property), path ? `${path}.${key}` : key, depth + 1);
    if (found && isNode(found.entry.properties)) return found;
  }
  return undefined;
}

function listsOf(document: Node): ListedEndpoint[] {
  const found = Object.entries(nodeAt(document, "paths")).flatMap(([path, methods]) => {
    const operation = nodeAt(methods, "get");
    const answer = resolve(document, nodeAt(operation, "responses")["200"]);
    const schema = resolve(document, nodeAt(answer, "content", "application/json").schema);
    const list = path.includes("{") ? undefined : listIn(document, schema);
    if (!list) return [];
    const parameters = Array.isArray(operation.parameters)
      ? operation.parameters.map((one) => textOf(resolve(document, one).name))
      : [];
    const name = textOf(operation.summary) || path;
    const hasId = Object.hasOwn(nodeAt(list.entry, "properties"), "id");
    return [{ path, name, summary: textOf(operation.description) || name, records: list.path, hasId, parameters }];
  });
  return found.slice(0, MOST_ENDPOINTS);
}

export const isOpenApi = (document: unknown): boolean =>
  isNode(document as Json) && textOf((document as Node).openapi).startsWith("3.");

/** @param document what was parsed of a local file */
export function readOpenApi(document: unknown): ReadDocument {
  const root = isNode(document as Json) ? (document as Node) : {};
  return {
    name: textOf(nodeAt(root, "info").title),
    servers: Array.isArray(root.servers) ? root.servers.map((server) => textOf(nodeAt(server).url)) : [],
    ...waysIn(root),
    lists: listsOf(root),
  };
}

/** The one origin of https that its servers name; several are regions as often as they are a sandbox. */
export function onlyOrigin(servers: readonly string[]): string | undefined {
  const [url = ""] = servers;
  const isWhole = servers.length === 1 && !/[{}]/.test(url) && /^https:/.test(url) && URL.canParse(url);
  return isWhole ? new URL(url).origin : undefined;
}
