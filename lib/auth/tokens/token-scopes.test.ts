import { describe, expect, it } from "vitest";
import { authorize, can, Denied, type Operation, permissions } from "@/lib/auth/permissions";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { listTokens } from "@/lib/data-sources/tokens/list-tokens";
import { makeSource } from "@/lib/data-sources/tokens/make-source.fixture";
import { codeOf, holderOf } from "@/lib/data-sources/tokens/show-token.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { SCOPE_NEEDS, SOURCE_SCOPES, TOKEN_SCOPES, type TokenScope } from "./token-dto";
import { withNeeds } from "./token-scopes-dto";

const everything = { name: "Everything", sources: "every", scopes: [...TOKEN_SCOPES] };
const operations = Object.keys(permissions) as Operation[];
const scopes: readonly string[] = TOKEN_SCOPES;

async function fieldsOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.catch((thrown: unknown) => thrown);
  return Object.keys((error as { dto?: { fields?: object } }).dto?.fields ?? {}).map(
    (field) => field.split(".")[0] ?? field,
  );
}

describe("every operation of the table of rights", () => {
  it("Z1: is a scope, or no token can do it, whatever its row says", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const { id, value } = await createToken(owner, everything);
    // As somebody would write it who has the database.
    await (await prisma()).token.updateMany({ where: { id }, data: { scopes: operations } });
    const holder = await holderOf(value);
    for (const operation of operations) {
      const forged = { ...holder, scopes: operations };
      for (const actor of [holder, forged]) {
        const isScope = scopes.includes(operation);
        expect(can(actor, operation), operation).toBe(isScope);
        if (!isScope) expect(() => authorize(actor, operation), operation).toThrow(Denied);
      }
      if (!scopes.includes(operation))
        expect(await fieldsOf(createToken(owner, { ...everything, scopes: [operation] })), operation).toEqual([
          "scopes",
        ]);
    }
  });

  it("Z3: no scope gives anybody a right, a way in, a token or a key", () => {
    const gives = operations.filter((operation) =>
      /^(owner|member|token|keys|settings|workspace|installation|backup):(?!list$|read$|revoke$)/.test(operation),
    );
    expect(gives.length).toBeGreaterThan(10);
    expect(gives.filter((operation) => scopes.includes(operation))).toEqual([]);
  });
});

it("Z1: a token is given nothing that its maker may not do, and loses what they lose", async () => {
  const [admin, member] = (await makeWorkspace("admin", "member")) as [Member, Member];
  for (const scope of TOKEN_SCOPES) {
    const mayAll = withNeeds([scope]).every((one) => can(member, one));
    const code = await codeOf(createToken(member, { ...everything, scopes: [scope] }));
    expect(code, scope).toBe(mayAll ? "done" : "FORBIDDEN");
  }
  const { value } = await createToken(admin, everything);
  const { userId } = admin;
  await (await prisma()).member.updateMany({ where: { userId }, data: { role: "viewer" } });
  const holder = await holderOf(value);
  for (const operation of operations) {
    const viewer = { ...admin, role: "viewer" as const };
    expect(can(holder, operation), operation).toBe(scopes.includes(operation) && can(viewer, operation));
  }
});

it("a scope brings what it cannot do without, and nothing more", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const scopesOf = async (asked: readonly TokenScope[] | undefined) => {
    const { id } = await createToken(owner, { name: "Some", sources: "every", ...(asked ? { scopes: asked } : {}) });
    return (await listTokens(owner)).tokens.find((token) => token.id === id)?.scopes;
  };
  expect(await scopesOf(undefined)).toEqual(SOURCE_SCOPES);
  expect(await scopesOf(["credential:create", "credential:create"])).toEqual(["credential:create"]);
  expect(await scopesOf(["credential:transfer"])).toEqual(["credential:list", "credential:own", "credential:transfer"]);
  for (const [scope, needs] of Object.entries(SCOPE_NEEDS)) {
    const found = await scopesOf([scope as TokenScope]);
    expect(new Set(found), scope).toEqual(new Set([scope, ...needs]));
  }
  expect(await fieldsOf(createToken(owner, { ...everything, scopes: [] }))).toEqual(["scopes"]);
  expect(await fieldsOf(createToken(owner, { ...everything, scopes: "all" }))).toEqual(["scopes"]);
});

it("Z3: only to see and to read can be limited to chosen data sources, in a forged row too", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const listed = { name: "One source", sources: [await makeSource(owner, "Calls")] };
  for (const scope of TOKEN_SCOPES) {
    const isForSources = SOURCE_SCOPES.some((one) => one === scope);
    const fields = await fieldsOf(createToken(owner, { ...listed, scopes: [scope] }));
    expect(fields, scope).toEqual(isForSources ? [] : ["sources"]);
  }
  const { id, value } = await createToken(owner, listed);
  await (await prisma()).token.updateMany({ where: { id }, data: { scopes: operations } });
  expect((await holderOf(value)).scopes).toEqual(SOURCE_SCOPES);
});
