import { builtRoutes } from "../support/built-doors";
import { expect } from "../support/fixtures";
import { type Person, test, tokenBody } from "../support/people";
import { askOperation, type ServedOperation, servedOperations } from "../support/served-operations";

/** What an operation needs beside the scope that it names. */
const ALSO: Record<string, string> = { "POST /api/v1/data-sources/preview": "credential:select" };

async function create(person: Person, name: string, more: object = {}): Promise<{ id: string; value: string }> {
  const { status, body } = await person.post("/tokens", tokenBody(name, more));
  expect(status).toBe(201);
  return body;
}

test("Z3: a token opens the operations of its scopes, and of the build nothing else", async ({ owner }) => {
  const { url } = owner;
  const served = await servedOperations(url);
  const all = [...new Set(served.flatMap(({ access, permission }) => (access === "token" ? (permission ?? []) : [])))];
  expect(all.length).toBeGreaterThan(15);
  const codes = async (operation: ServedOperation, headers: Record<string, string>) => {
    const response = await askOperation(url, operation, { id: "a-random-identifier", headers });
    if (operation.access !== "anyone") expect(response.headers.getSetCookie(), operation.door).toEqual([]);
    const text = await response.text();
    const isProblem = response.headers.get("content-type") === "application/problem+json";
    return [response.status, isProblem ? JSON.parse(text).code : ""];
  };
  for (const scopes of [["data-source:read"], ["credential:list"], ["token:list"], all]) {
    const { value, id } = await create(owner, `Only ${scopes.length}`, { scopes });
    // What a scope cannot do without comes along, and is said.
    const { data } = (await owner.get("/tokens")).body;
    const granted: string[] = data.find((token: { id: string }) => token.id === id).scopes;
    if (scopes !== all) expect(granted).toEqual(expect.arrayContaining(scopes));
    if (scopes !== all) expect(granted.length).toBeLessThanOrEqual(2);
    for (const operation of served) {
      const { door, access, permission } = operation;
      // Of tokens of others it is told that it may not, whether there is such a one or not.
      const isOthers = door === "DELETE /api/v1/tokens/{id}" && granted.includes("token:revoke");
      const needed = [permission, ALSO[door]].filter((right) => right !== undefined);
      const session = { cookie: door.endsWith("/sign-out") ? "" : owner.cookie };
      const [status, code] = await codes(operation, { authorization: `Bearer ${value}`, ...session });
      const without = `${scopes} at ${door}: ${status} ${code}`;
      if (access === "anyone") {
        // As if nothing was shown.
        expect.soft([status, code], without).toEqual(await codes(operation, {}));
      } else if (access === "token" && needed.every((right) => granted.includes(right))) {
        expect.soft(isOthers ? [403] : [200, 404, 422], without).toContain(status);
      } else {
        expect.soft([status, code], without).toEqual([403, "FORBIDDEN"]);
      }
    }
  }
  const [own, revoking] = [
    await create(owner, "Revoked"),
    await create(owner, "Revoking", { scopes: ["token:revoke"] }),
  ];
  const headers = { authorization: `Bearer ${revoking.value}` };
  const revoked = await askOperation(url, { method: "DELETE", path: "/api/v1/tokens/{id}" }, { id: own.id, headers });
  expect(revoked.status).toBe(204);
  const assistant = {
    door: "POST /mcp",
    method: "POST",
    path: "/mcp",
    access: "token",
    permission: "mcp:use",
  } as const;
  const asAssistant = async (scopes: string[]) => {
    const { value } = await create(owner, "Assistant", { scopes });
    return codes(assistant, { authorization: `Bearer ${value}` });
  };
  expect(await asAssistant(all)).toEqual([403, "FORBIDDEN"]);
  expect([401, 403]).not.toContain((await asAssistant(["mcp:use"]))[0]);
  expect((await owner.get("/members")).status).toBe(200);
});

test("Z3: a token opens no other route and no page: each of the build answers as if nothing was shown", async ({
  owner,
}) => {
  const { value } = await create(owner, "Opens nothing else");
  const { url } = owner;
  const ask = async (route: string, method: string, authorization?: string) => {
    const response = await fetch(`${url}${route.replaceAll(/\[[\w.]+\]/g, "a-random-identifier")}`, {
      method,
      headers: { origin: url, ...(authorization ? { authorization } : {}) },
      ...(method === "POST" ? { body: "{}" } : {}),
      redirect: "manual",
    });
    const text = await response.text();
    expect(response.headers.getSetCookie(), route).toEqual([]);
    return { status: response.status, text: text.replaceAll(/"(correlationId|instance)":"[\w:-]+"/g, "") };
  };
  const routes = builtRoutes().filter((route) => route !== "/mcp");
  expect(routes.length).toBeGreaterThan(5);
  for (const route of routes) {
    for (const method of ["GET", "POST"]) {
      const without = await ask(route, method);
      expect.soft(await ask(route, method, `Bearer ${value}`), `${method} ${route}`).toEqual(without);
    }
  }
  for (const page of ["/settings/tokens", "/data-sources"]) {
    const response = await fetch(`${url}${page}`, {
      headers: { authorization: `Bearer ${value}` },
      redirect: "manual",
    });
    expect([response.status, response.headers.get("location")], page).toEqual([
      307,
      expect.stringContaining("/sign-in"),
    ]);
  }
});
