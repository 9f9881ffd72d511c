import { expect, it } from "vitest";
import { makeDocument } from "@/lib/api/document/make-document";
import { BASE, findOperations } from "@/lib/api/find-operation";
import { serve, serveOptions } from "@/lib/api/serve";
import { permissions } from "@/lib/auth/permissions";
import { TOKEN_SCOPES } from "@/lib/auth/tokens/token-dto";
import { operations } from ".";

const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const rightOf = (one: (typeof operations)[number]) => (one.access === "anyone" ? undefined : one.permission);
const isScope = (right: string | undefined) => TOKEN_SCOPES.some((scope) => scope === right);

it("has each address and each name once", () => {
  expect(operations.length).toBeGreaterThan(50);
  expect(new Set(operations.map(name)).size).toBe(operations.length);
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
});

it("Z3: what tokens may ask for is what they can be given, and nothing else", () => {
  const forTokens = operations.filter(({ access }) => access === "token");
  const forPeople = operations.filter(({ access }) => access === "person");
  expect(forTokens.filter((one) => rightOf(one) && !isScope(rightOf(one))).map(name)).toEqual([]);
  expect(forPeople.filter((one) => isScope(rightOf(one))).map(name)).toEqual([]);
});

it("has an operation for each scope, but for those that are asked beside another one", () => {
  const asked = new Set(operations.map(rightOf));
  const unasked = TOKEN_SCOPES.filter((scope) => !asked.has(scope));
  // To select is part of creating a data source, to transfer someone else's part of transferring.
  expect(unasked).toEqual(["credential:select", "credential:transfer", "mcp:use"]);
});

it("names only rights of the table", () => {
  for (const one of operations) {
    const right = rightOf(one);
    if (right !== undefined) expect(Object.keys(permissions), one.id).toContain(right);
  }
});

it("what changes something is no GET, and what takes a body says which", () => {
  for (const { method, body, makes, precondition, id, run } of operations) {
    if (/\bbody\b/.test(String(run))) expect(body, id).toBeDefined();
    if (method === "GET" || method === "DELETE") expect(body, id).toBeUndefined();
    if (makes) expect(method, id).toBe("POST");
    if (precondition) expect(["PATCH", "PUT", "POST"], id).toContain(method);
  }
});

it("finds a row by its address, the one that is named to the letter first", () => {
  const find = (path: string) => findOperations(operations, `${BASE}${path}`).map(({ operation }) => operation.id);
  expect(find("/credentials/deleted")).toEqual(["listDeletedCredentials"]);
  expect(find("/credentials/abcdefgh")).toEqual(["getCredential", "updateCredential", "deleteCredential"]);
  const nowhere = ["", "/", "/credentials/", "/credentials//verify", "/Credentials", "/credentials/a/b/c", "/%"];
  for (const path of [...nowhere, "/__proto__"]) expect(find(path), path).toEqual([]);
});

it("answers what is not there with a problem, and another method with those that are", async () => {
  const ask = (method: string, path: string) => serve(new Request(`http://localhost:3000${BASE}${path}`, { method }));
  const nowhere = await ask("GET", "/nowhere");
  expect([nowhere.status, (await nowhere.json()).code]).toEqual([404, "NOT_FOUND"]);
  const wrong = await ask("DELETE", "/credentials");
  expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, POST, HEAD, OPTIONS"]);
  const options = serveOptions(new Request(`http://localhost:3000${BASE}/credentials`, { method: "OPTIONS" }));
  expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, POST, HEAD, OPTIONS"]);
});

it("the document has every row of the table, and refers to nothing that it does not have", () => {
  const document = JSON.parse(JSON.stringify(makeDocument(operations)));
  const described = Object.entries(document.paths as Record<string, Record<string, { operationId: string }>>).flatMap(
    ([path, item]) => Object.entries(item).map(([method, one]) => `${method.toUpperCase()} ${path} ${one.operationId}`),
  );
  expect(described.toSorted()).toEqual(operations.map((one) => `${name(one)} ${one.id}`).toSorted());
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) => path);
  expect(references.length).toBeGreaterThan(200);
  for (const reference of new Set(references)) {
    const found = reference.split("/").reduce((part, key) => part?.[key], document);
    expect(found, reference).toBeDefined();
  }
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(["Credential", "Problem", "Read"]));
});

it("shows an example of each body, which its own schema and the document of it take", () => {
  for (const { id, body, examples } of operations) {
    expect(examples === undefined, id).toBe(body === undefined);
    if (!body) continue;
    const { data, error } = body.safeParse(examples?.body);
    expect(error?.issues, id).toBeUndefined();
    // A field that the schema does not know would be left out without a word.
    expect(Object.keys(data as object), id).toEqual(expect.arrayContaining(Object.keys(examples?.body ?? {})));
  }
});
