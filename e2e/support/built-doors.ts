import { readFileSync } from "node:fs";

// What the build says that it has: a new action or route is tested by being there.

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../.next/${file}`, import.meta.url), "utf8"));

export type BuiltAction = { id: string; name: string; file: string };

/** Every server action, by the id that a request names. */
export function builtActions(): BuiltAction[] {
  const { node, edge } = read("server/server-reference-manifest.json") as Record<
    "node" | "edge",
    Record<string, { exportedName: string; filename: string }>
  >;
  return Object.entries({ ...node, ...edge })
    .map(([id, { exportedName, filename }]) => ({ id, name: exportedName, file: filename }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

const paths = (kind: "route" | "page"): string[] =>
  Object.entries(read("app-path-routes-manifest.json") as Record<string, string>)
    .filter(([file]) => file.endsWith(`/${kind}`))
    .map(([, path]) => path)
    .filter((path) => !path.startsWith("/_"))
    .toSorted();

/** Every route handler by its path: `/api/v1/credentials/[id]`. */
export const builtRoutes = (): string[] => paths("route");

/** Every page by its path. */
export const builtPages = (): string[] => paths("page");

// biome-ignore lint/suspicious/noExplicitAny: the answer of whichever action was asked
export type ActionAnswer = { status: number; text: string; result: any; cookies: string };

/**
 * Posts an action as the browser would, without one.
 * @param path where to; the server finds the action from any page
 * @param args what the function is called with
 */
export async function postAction(
  url: string,
  { id, name = id }: Pick<BuiltAction, "id"> & { name?: string },
  { path = "/", cookie = "", args = [] }: { path?: string; cookie?: string; args?: unknown[] } = {},
): Promise<ActionAnswer> {
  const response = await fetch(new URL(path, url), {
    method: "POST",
    headers: {
      "next-action": id,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      origin: url,
      cookie,
    },
    body: JSON.stringify(args),
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  // N6: a refusal never is one.
  if (response.status === 500) throw new Error(`500: ${name} at ${path}: ${text}`);
  // Flight: one row a line, of which row 0 names the one with what the function returned.
  const returned = /^0:\{"a":"\$@(\w+)"/m.exec(text)?.[1];
  const row = text.split("\n").find((line) => line.startsWith(`${returned}:`));
  return {
    status: response.status,
    text,
    result: row && JSON.parse(row.slice(row.indexOf(":") + 1)),
    cookies: response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; "),
  };
}
