import "server-only";
import type { ApiOperation } from "./operation";

export const BASE = "/api/v1";

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** What stands for `{id}`; undefined where the path is another one. */
function matchPath(path: string, asked: readonly (string | undefined)[]): { id: string } | undefined {
  const parts = path.slice(1).split("/");
  if (parts.length !== asked.length) return undefined;
  let id = "";
  for (const [at, part] of parts.entries()) {
    const segment = asked[at];
    if (part === "{id}" && segment) id = segment;
    else if (part !== segment) return undefined;
  }
  return { id };
}

export type Found = { operation: ApiOperation; id: string };

/** The rows of the table for a path, those first that name it to the letter: `/credentials/deleted` is no id. */
export function findOperations(table: readonly ApiOperation[], pathname: string): Found[] {
  const asked = pathname
    .slice(BASE.length + 1)
    .split("/")
    .map(decoded);
  const found = table.flatMap((operation) => {
    const match = matchPath(operation.path, asked);
    return match ? [{ operation, ...match }] : [];
  });
  const named = found.filter(({ operation }) => !operation.path.includes("{id}"));
  return named.length > 0 ? named : found;
}
