import { afterAll, beforeAll, expect, it } from "vitest";
import { type BeforeMigration, INITIALISING_MS, openBeforeMigration } from "@/lib/platform/before-migration.fixture";

/** What refers to a workspace in a database of before, each with a row. */
const BEFORE = `
  INSERT INTO "User" ("id", "name", "email") VALUES ('ada', 'Ada', 'ada@example.com');
  INSERT INTO "Organization" ("id", "name", "slug", "createdAt") VALUES ('one', 'Data team', 'x', '2026-01-01'), ('two', 'T', 'y', '2026-01-02');
  INSERT INTO "Member" ("id", "organizationId", "userId", "role") VALUES ('m1', 'one', 'ada', 'owner'), ('m2', 'two', 'ada', 'admin');
  INSERT INTO "Invitation" ("id", "organizationId", "email", "role", "tokenHash", "inviterId", "expiresAt")
    VALUES ('i', 'one', 'ben@example.com', 'viewer', 'hash', 'ada', '2027-01-01');
  INSERT INTO "Session" ("id", "token", "userId", "activeOrganizationId", "expiresAt") VALUES ('s', 't', 'ada', 'two', '2027-01-01');
  INSERT INTO "WorkspaceSettings" ("workspaceId", "maxAgeDays") VALUES ('one', 90);
  INSERT INTO "AuditEvent" ("id", "workspaceId", "at", "actorId", "action", "subjectId", "subjectName", "result")
    VALUES ('e', 'one', '2026-01-01', 'ada', 'workspace.created', 'one', 'Data team', 'ok');`;

let before: BeforeMigration;
beforeAll(async () => {
  before = await openBeforeMigration("workspaces");
}, INITIALISING_MS);
afterAll(() => before.engine.close());

it("R15: workspaces keep their people, invitations, sessions and trail when the tables get that name", async () => {
  const { engine, migrate } = before;
  await engine.exec(BEFORE);
  const rowsOf = async (sql: string) => (await engine.query(sql)).rows;
  const trail = await rowsOf(`SELECT * FROM "AuditEvent"`);
  await migrate();
  expect(await rowsOf(`SELECT "id", "name", "createdAt"::date::text AS day FROM "Workspace" ORDER BY 1`)).toEqual([
    { id: "one", name: "Data team", day: "2026-01-01" },
    { id: "two", name: "T", day: "2026-01-02" },
  ]);
  expect(await rowsOf(`SELECT "workspaceId", "userId", "role" FROM "Member" ORDER BY 1`)).toEqual([
    { workspaceId: "one", userId: "ada", role: "owner" },
    { workspaceId: "two", userId: "ada", role: "admin" },
  ]);
  expect(await rowsOf(`SELECT "id", "workspaceId" FROM "Invitation"`)).toEqual([{ id: "i", workspaceId: "one" }]);
  expect(await rowsOf(`SELECT "id", "activeWorkspaceId" FROM "Session"`)).toEqual([
    { id: "s", activeWorkspaceId: "two" },
  ]);
  expect(await rowsOf(`SELECT "workspaceId", "maxAgeDays" FROM "WorkspaceSettings"`)).toEqual([
    { workspaceId: "one", maxAgeDays: 90 },
  ]);
  expect(await rowsOf(`SELECT * FROM "AuditEvent"`)).toEqual(trail);
  // Indexes and references came along, and a trail still goes with its workspace, and only then.
  const again = engine.exec(`INSERT INTO "Member" ("id", "workspaceId", "userId") VALUES ('m3', 'one', 'ada')`);
  await expect(again).rejects.toThrow("Member_workspaceId_userId_key");
  await expect(engine.exec(`DELETE FROM "AuditEvent"`)).rejects.toThrow("neither changed nor deleted");
  await engine.exec(`DELETE FROM "Workspace" WHERE "id" = 'one'`);
  expect(await rowsOf(`SELECT "id" FROM "AuditEvent"`)).toEqual([]);
  expect(await rowsOf(`SELECT "id" FROM "Member"`)).toEqual([{ id: "m2" }]);
});
