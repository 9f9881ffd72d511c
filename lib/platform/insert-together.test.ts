import { beforeAll, describe, expect, it, vi } from "vitest";
import { auditRow } from "./audit";
import { database } from "./database";
import { isForeignKeyViolation, isUniqueViolation } from "./database-errors";
import { insertTogether } from "./insert-together";

// Neither of the two must make a stored time another one.
vi.hoisted(() => vi.stubEnv("TZ", "Asia/Kathmandu"));

const at = new Date("2026-03-29T01:30:00.123Z");
const workspace = (id: string) =>
  ({ into: "Workspace", row: { id, name: `It's "${id}"; $1`, createdAt: at } }) as const;
const audit = (workspaceId: string, id: string) =>
  ({
    into: "AuditEvent",
    row: {
      ...auditRow({
        workspaceId,
        actorId: "a",
        action: "credential.created",
        subjectId: id,
        subjectName: "",
        fields: ["a,b", '"'],
        peer: undefined,
      }),
      id,
      at,
    },
  }) as const;

let prisma: Awaited<ReturnType<typeof database>>["prisma"];
beforeAll(async () => {
  ({ prisma } = await database());
});

describe("rows inserted together", () => {
  it("are stored as Prisma itself would store them, a reference to a row of the same statement included", async () => {
    await insertTogether([audit("one", "event-1"), workspace("one")]);
    expect(await prisma.workspace.findUnique({ where: { id: "one" } })).toMatchObject({
      name: `It's "one"; $1`,
      createdAt: at,
    });
    const event = await prisma.auditEvent.findUnique({ where: { id: "event-1" } });
    expect(event).toMatchObject({ at, fields: ["a,b", '"'], peer: null, result: "ok" });
  });

  it("L2: are not there at all where one of them is refused, and the error says why", async () => {
    const taken = insertTogether([workspace("one"), audit("one", "event-2")]);
    expect(await taken.catch(isUniqueViolation)).toBe(true);
    const dangling = insertTogether([workspace("three"), audit("nobody", "event-3")]);
    expect(await dangling.catch(isForeignKeyViolation)).toBe(true);
    expect(await prisma.workspace.count()).toBe(1);
    expect(await prisma.auditEvent.count()).toBe(1);
  });

  it("R14: of twenty at once with one id, one is stored and nineteen are told that it is taken", async () => {
    const tries = Array.from({ length: 20 }, () =>
      insertTogether([workspace("race")]).then(() => "stored", isUniqueViolation),
    );
    const results = await Promise.all(tries);
    expect(results.filter((result) => result === "stored")).toHaveLength(1);
    expect(results.filter((result) => result === true)).toHaveLength(19);
  });
});
