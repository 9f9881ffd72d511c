import { expect, it } from "vitest";
import { isOwnStatement, ownStatement } from "@/lib/platform/own-statement.fixture";
import { leavesState, ofWorkspaces, tablesOfAnyWorkspace } from "./statement-rule.fixture";

// The rule is held by every unit test, see lib/vitest.setup.ts: this is whether it sees what it is about.

it("every table with a workspace is indexed by it first, so that a workspace is one walk or one shard", () => {
  expect(ofWorkspaces.length).toBeGreaterThan(6);
  const isFirst = (body: string) =>
    /^ {2}@@(index|unique|id)\(\[workspaceId\b|^ {2}workspaceId +String +@id/m.test(body);
  expect(ofWorkspaces.filter(({ body }) => !isFirst(body)).map(({ name }) => name)).toEqual([]);
});

it("a statement that does not say of which workspace it is about is seen, however it was made", () => {
  const seen: [string, string[]][] = [
    ['SELECT "public"."Notice"."id" FROM "public"."Notice" WHERE "public"."Notice"."id" = $1', ["Notice"]],
    ['SELECT "id" FROM "public"."Notice" WHERE ("public"."Notice"."workspaceId" = $1 AND 1=1)', []],
    [
      'SELECT "workspaceId" FROM "Notice" n JOIN "DataSource" d ON d."workspaceId" = n."workspaceId"',
      ["Notice", "DataSource"],
    ],
    ['DELETE FROM "DataSource"\n WHERE "id" = ANY($1)', ["DataSource"]],
    ['DELETE FROM "DataSource" WHERE "workspaceId" = ANY($1)', []],
    ['INSERT INTO "Notice" ("id", "workspaceId") VALUES ($1, $2)', []],
    ['INSERT INTO "Notice" ("id") VALUES ($1)', ["Notice"]],
    ['UPDATE "Member" SET "workspaceId" = "workspaceId"', ["Member"]],
    ['SELECT 1 FROM "User" WHERE "id" = $1', []],
  ];
  for (const [sql, tables] of seen) expect(tablesOfAnyWorkspace(sql), sql).toEqual(tables);
});

it("what stays in a session is seen, and what ends with its transaction is not", () => {
  for (const sql of ["SET statement_timeout = 0", "listen changes", 'CREATE TEMP TABLE "x" ()'].concat(
    "SELECT pg_advisory_lock($1)",
    "SELECT pg_advisory_unlock($1)",
    "DECLARE rows CURSOR WITH HOLD FOR SELECT 1",
  ))
    expect(leavesState(sql), sql).toBe(true);
  for (const sql of ["SET LOCAL lock_timeout = 1", "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"].concat(
    "SELECT pg_advisory_xact_lock($1)",
    'UPDATE "User" SET "name" = $1',
  ))
    expect(leavesState(sql), sql).toBe(false);
});

it("a statement of a test itself is told from the product's", () => {
  expect([ownStatement("SELECT 1"), "SELECT 1"].map(isOwnStatement)).toEqual([true, false]);
});
