/**
 * A connector's file as far as an OpenAPI document says it. What it does not say (which call proves a key, what 403 means,
 * where people find the key) is a name in capitals that does not exist: the file does not compile until somebody has looked
 * it up, so that nothing of it is a guess. References are followed inside the document only.
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

/** What is to be looked up. */
const MISSING = (what: string) => `LOOK_UP_${what}`;
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
const quote = (text: string) =>
  JSON.stringify(
    text
      .replaceAll(/[\p{C}\s]+/gu, " ")
      .trim()
      .slice(0, 200),
  );
/** What may stand in a comment: no star that could end it, and no line. */
const comment = (text: string) => text.replaceAll(/[^\w .,:/{}?&=[\]-]/g, "").slice(0, 300);
const kebab = (text: string) =>
  text
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .replace(/^(?=[^a-z])/, "x") || "x";

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

function hostOf(document: Node): string {
  const servers = Array.isArray(document.servers) ? document.servers.map((server) => textOf(nodeAt(server).url)) : [];
  const origins = servers.filter((url) => /^https:/.test(url) && URL.canParse(url)).map((url) => new URL(url).origin);
  const [first] = origins;
  // Several are regions as often as they are a sandbox: people choose by words that no document has.
  return first && servers.length === 1 && !/[{}]/.test(servers[0] ?? "")
    ? `{ kind: "fixed", origin: ${quote(first)} }`
    : `${MISSING("HOST")} /* ${comment(servers.join(", "))} */`;
}

function placementsOf(document: Node): string {
  const schemes = Object.values(nodeAt(document, "components", "securitySchemes")).map((one) => resolve(document, one));
  const known = schemes.flatMap((scheme) => {
    const [type, place, name] = [scheme.type, scheme.in, textOf(scheme.name)];
    if (type === "http" && textOf(scheme.scheme).toLowerCase() === "bearer") return ['bearer("apiKey")'];
    if (type !== "apiKey" || !name) return [];
    return place === "header" ? [`header(${quote(name)}, "apiKey")`] : [];
  });
  // More than one way in, or one that a document cannot say whole, is somebody's choice.
  const isOnly = known.length === 1 && schemes.length === 1;
  return isOnly ? `[${known[0]}]` : MISSING("PLACEMENTS");
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

function endpointsOf(document: Node): string[] {
  const found = Object.entries(nodeAt(document, "paths")).flatMap(([path, methods]) => {
    const operation = nodeAt(methods, "get");
    const answer = resolve(document, nodeAt(operation, "responses")["200"]);
    const schema = resolve(document, nodeAt(answer, "content", "application/json").schema);
    const list = path.includes("{") ? undefined : listIn(document, schema);
    if (!list) return [];
    const asked = Array.isArray(operation.parameters)
      ? operation.parameters.map((one) => textOf(resolve(document, one).name))
      : [];
    const hasId = Object.hasOwn(nodeAt(list.entry, "properties"), "id");
    const name = textOf(operation.summary) || path;
    return [
      `    {
      id: ${quote(kebab(path.split("/").filter(Boolean).at(-1) ?? ""))},
      name: ${quote(name)},
      summary: ${quote(textOf(operation.description) || name)},
      method: "GET",
      path: ${quote(path)},
      // It takes: ${comment(asked.join(", ")) || "nothing"}.
      reading: { records: [${quote(list.path)}], key: ${hasId ? '"id"' : MISSING("KEY")}, personalFields: ${MISSING("PERSONAL_FIELDS")}, paging: ${MISSING("PAGING")} },
      parameters: [],
    }`,
    ];
  });
  return found.slice(0, MOST_ENDPOINTS);
}

/** @param document what was parsed of a local file */
export function draftConnector(document: unknown): string {
  const root = isNode(document as Json) ? (document as Node) : {};
  const name = textOf(nodeAt(root, "info").title) || "Unnamed";
  const id = kebab(name);
  const constant = id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return `import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer, header } from "../placements";

// Drafted from an OpenAPI document. What is called LOOK_UP_… is in none: ask the provider's pages, not your memory.

/** ${comment(name)}. Source: ${MISSING("SOURCE")}. */
export const ${constant} = defineConnector({
  id: ${quote(id)},
  name: ${quote(name)},
  summary: ${MISSING("SUMMARY")},
  category: ${MISSING("CATEGORY")},
  mark: { tone: "indigo", path: monogram(${MISSING("LETTERS")}) },
  hosts: { api: ${hostOf(root)} },
  authentication: {
    noun: "key",
    fields: [{ id: "apiKey", label: ${MISSING("LABEL")}, secret: true, help: ${MISSING("HELP")}, aliases: [] }],
    placements: ${placementsOf(root)},
    guide: { steps: ${MISSING("STEPS")}, roles: ${MISSING("ROLES")}, warnings: ${MISSING("WARNINGS")} },
    refusal: { causes: ${MISSING("CAUSES")}, nextStep: ${MISSING("NEXT_STEP")} },
  },
  // A call that refuses a wrong key. Some that look so are open to everyone: ask with an invented one.
  verification: { method: "GET", path: ${MISSING("PROOF")}, expect: ${MISSING("ANSWER")}, forbidden: ${MISSING("WHAT_403_MEANS")} },
  limits: ${MISSING("LIMITS")},
  endpoints: [
${endpointsOf(root).join(",\n")}
  ],
});
`;
}
