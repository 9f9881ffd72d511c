/**
 * A connector's file as far as an OpenAPI document says it. What it does not say (which call proves a key, what 403 means,
 * where people find the key) is a name in capitals that does not exist: the file does not compile until somebody has looked
 * it up, so that nothing of it is a guess. References are followed inside the document only.
 */

import { onlyOrigin, type ReadDocument, readOpenApi } from "../connectors/open-api";

/** What is to be looked up. */
const MISSING = (what: string) => `LOOK_UP_${what}`;

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

function hostOf(servers: readonly string[]): string {
  const origin = onlyOrigin(servers);
  // Several are regions as often as they are a sandbox: people choose by words that no document has.
  return origin
    ? `{ kind: "fixed", origin: ${quote(origin)} }`
    : `${MISSING("HOST")} /* ${comment(servers.join(", "))} */`;
}

function placementsOf({ ways: [way], isOnlyWay }: ReadDocument): string {
  // More than one way in, or one that a document cannot say whole, is somebody's choice.
  if (!way || !isOnlyWay) return MISSING("PLACEMENTS");
  return way.in === "bearer" ? '[bearer("apiKey")]' : `[header(${quote(way.name)}, "apiKey")]`;
}

const endpointsOf = ({ lists }: ReadDocument): string[] =>
  lists.map(
    ({ path, name, summary, records, hasId, parameters }) => `    {
      id: ${quote(kebab(path.split("/").filter(Boolean).at(-1) ?? ""))},
      name: ${quote(name)},
      summary: ${quote(summary)},
      method: "GET",
      path: ${quote(path)},
      // It takes: ${comment(parameters.join(", ")) || "nothing"}.
      reading: { records: [${quote(records)}], key: ${hasId ? '"id"' : MISSING("KEY")}, personalFields: ${MISSING("PERSONAL_FIELDS")}, paging: ${MISSING("PAGING")} },
      parameters: [],
    }`,
  );

/** @param document what was parsed of a local file */
export function draftConnector(document: unknown): string {
  const read = readOpenApi(document);
  const name = read.name || "Unnamed";
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
  hosts: { api: ${hostOf(read.servers)} },
  authentication: {
    noun: "key",
    fields: [{ id: "apiKey", label: ${MISSING("LABEL")}, secret: true, help: ${MISSING("HELP")}, aliases: [] }],
    placements: ${placementsOf(read)},
    guide: { steps: ${MISSING("STEPS")}, roles: ${MISSING("ROLES")}, warnings: ${MISSING("WARNINGS")} },
    refusal: { causes: ${MISSING("CAUSES")}, nextStep: ${MISSING("NEXT_STEP")} },
  },
  // A call that refuses a wrong key. Some that look so are open to everyone: ask with an invented one.
  verification: { method: "GET", path: ${MISSING("PROOF")}, expect: ${MISSING("ANSWER")}, forbidden: ${MISSING("WHAT_403_MEANS")} },
  limits: ${MISSING("LIMITS")},
  endpoints: [
${endpointsOf(read).join(",\n")}
  ],
});
`;
}
