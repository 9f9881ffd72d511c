import { describe, expect, it } from "vitest";
import { SCOPE_GROUPS, SCOPE_WORDS, summarizeScopes, TOKEN_PRESETS } from "./scope-words-dto";
import { SOURCE_SCOPES, TOKEN_SCOPES, type TokenScope } from "./token-dto";
import { tokenForm } from "./token-schema";
import { settleScopes, withNeeds } from "./token-scopes-dto";

it("every scope stands once among the boxes, and in words of its own", () => {
  expect(SCOPE_GROUPS.flatMap(({ scopes }) => scopes).toSorted()).toEqual(TOKEN_SCOPES.toSorted());
  expect(new Set(Object.values(SCOPE_WORDS)).size).toBe(TOKEN_SCOPES.length);
});

it("each usual answer holds what it needs, and looking changes nothing", () => {
  for (const { name, scopes } of Object.values(TOKEN_PRESETS))
    expect(withNeeds(scopes), name).toEqual(TOKEN_SCOPES.filter((scope) => scopes.includes(scope)));
  expect(TOKEN_PRESETS.look.scopes.filter((scope) => !/:(list|read)$/.test(scope))).toEqual([]);
});

it.each<[TokenScope[], string]>([
  [[...SOURCE_SCOPES], "Reads records"],
  [["data-source:read"], "Reads records"],
  [["data-source:list"], "Sees data sources"],
  [[...TOKEN_PRESETS.look.scopes], "Looks, changes nothing"],
  [[...TOKEN_PRESETS.manage.scopes], "Manages data sources, manages credentials"],
  [["credential:verify"], "Works with credentials"],
  [withNeeds(["mcp:use"]), "Is used by an AI assistant"],
  [[...TOKEN_SCOPES], "Manages data sources, manages credentials, revokes tokens, is used by an AI assistant"],
])("of %s a list says: %s", (scopes, words) => {
  expect(summarizeScopes(scopes)).toBe(words);
});

it("a box that is ticked brings what it needs, and one that is cleared takes what needs it", () => {
  expect(settleScopes(["credential:transfer"], true)).toEqual([
    "credential:list",
    "credential:own",
    "credential:transfer",
  ]);
  expect(settleScopes(["credential:own", "credential:transfer", "credential:create"], false)).toEqual([
    "credential:create",
  ]);
});

describe("the form", () => {
  const filled = { name: "Nightly", purpose: "read", scopes: [], reach: "every", sources: [], expiresInDays: "90" };
  const refusedAt = (more: object) => {
    const { error } = tokenForm.safeParse({ ...filled, ...more });
    return error?.issues.map(({ path }) => path.join(".")) ?? [];
  };
  it("asks for a data source where only some are wanted, and what it is for can be limited", () => {
    expect(refusedAt({})).toEqual([]);
    expect(refusedAt({ reach: "listed" })).toEqual(["reach"]);
    expect(refusedAt({ reach: "listed", purpose: "manage" })).toEqual([]);
    expect(refusedAt({ reach: "listed", purpose: "each", scopes: ["data-source:list"] })).toEqual(["reach"]);
  });
  it("asks for at least one box", () => {
    expect(refusedAt({ purpose: "each" })).toEqual(["scopes"]);
    expect(refusedAt({ purpose: "each", scopes: ["credential:list"] })).toEqual([]);
    expect(refusedAt({ purpose: "each", scopes: ["token:create"] })).toEqual(["scopes.0"]);
  });
});
