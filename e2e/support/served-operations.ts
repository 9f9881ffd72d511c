import { expect } from "./fixtures";

// What the running server says that it answers below /api/v1: a new operation is tested by being there.

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export type ServedOperation = {
  /** `PATCH /api/v1/credentials/{id}` */
  door: string;
  method: (typeof METHODS)[number];
  path: string;
  access: "token" | "person" | "anyone";
  permission: string | undefined;
};

export type AskedOperation = Pick<ServedOperation, "method" | "path">;

type Described = { "x-latchkey-access": ServedOperation["access"]; "x-latchkey-permission"?: string };
type Document = { servers: { url: string }[]; paths: Record<string, Record<string, Described>> };

/** Every operation of the server's own document. */
export async function servedOperations(url: string): Promise<ServedOperation[]> {
  const response = await fetch(`${url}/api/v1/openapi.json`);
  expect(response.status).toBe(200);
  const { servers, paths } = (await response.json()) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const described = methods[method.toLowerCase()];
      if (!described) return [];
      const { "x-latchkey-access": access, "x-latchkey-permission": permission } = described;
      const address = `${servers[0]?.url}${path}`;
      return [{ door: `${method} ${address}`, method, path: address, access, permission }];
    }),
  );
}

/** Methods that an address does not know. */
export const otherMethods = (served: readonly ServedOperation[], path: string) =>
  METHODS.filter((method) => !served.some((one) => one.path === path && one.method === method));

/** An operation, asked about something of this id; with all that it asks for but what it is to do. */
export function askOperation(
  url: string,
  { method, path }: AskedOperation,
  { id, headers }: { id: string; headers: Record<string, string> },
): Promise<Response> {
  const hasBody = method !== "GET" && method !== "DELETE";
  return fetch(`${url}${path.replace("{id}", id)}`, {
    method,
    headers: { "if-match": '"1"', ...headers },
    ...(hasBody && { body: "{}" }),
    redirect: "manual",
  });
}
