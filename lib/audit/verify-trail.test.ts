import { describe, expect, it, vi } from "vitest";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { type AuditAction, recordAudit } from "@/lib/platform/audit";
import { inTransaction, prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { randomId } from "@/lib/platform/random-id";
import { NO_HASH } from "./audit-chain";
import { checkChain } from "./check-chain";
import { verifyTrail } from "./verify-trail";

// Hashes must not depend on where the server runs.
vi.hoisted(() => vi.stubEnv("TZ", "Asia/Kathmandu"));

const record = ({ workspaceId, userId: actorId }: Member, subjectName: string, more: { fields?: string[] } = {}) =>
  inTransaction((tx) =>
    recordAudit(tx, {
      workspaceId,
      actorId,
      action: "credential.edited",
      subjectId: "c",
      subjectName,
      peer: "::1",
      ...more,
    }),
  );

/** A workspace whose trail has this many events. */
async function trailOf(events: number): Promise<Member> {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  for (let index = 1; index <= events; index += 1) await record(owner, `Sales ${index}`);
  return owner;
}

/** What someone can do who has the database itself. */
async function tamper(sql: string, ...values: unknown[]): Promise<void> {
  const client = await prisma();
  await client.$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER');
  try {
    await client.$executeRawUnsafe(sql, ...values);
  } finally {
    await client.$executeRawUnsafe('ALTER TABLE "AuditEvent" ENABLE TRIGGER USER');
  }
}

describe("the audit trail of a workspace", () => {
  it("L2: is a chain from 1 without gaps, and verifying it is an event of its own", async () => {
    const owner = await trailOf(3);
    const rows = await (await prisma()).auditEvent.findMany({
      where: { workspaceId: owner.workspaceId },
      orderBy: { seq: "asc" },
    });
    expect(rows.map(({ seq }) => seq)).toEqual([1n, 2n, 3n]);
    expect(rows.map(({ previousHash }) => previousHash)).toEqual([NO_HASH, rows[0]?.hash, rows[1]?.hash]);
    expect(await verifyTrail(owner)).toMatchObject({ intact: true, events: 3, hash: rows[2]?.hash });
    expect(await verifyTrail(owner)).toMatchObject({ intact: true, events: 4 });
    const [other] = (await makeWorkspace("owner")) as [Member];
    expect(await verifyTrail(other)).toMatchObject({ intact: true, events: 0 });
  });

  it("U10, I11: holds whatever a name is made of, also what looks like another event's text", async () => {
    const owner = await trailOf(0);
    const names = [
      "",
      "a;3:b",
      "-;",
      "7:Sales 1;",
      "é",
      "e\u0301",
      "👩‍👩‍👧‍👦",
      "عربي",
      "a\nb\r\n",
      "\u001b[31m",
      "'; DROP TABLE x; --",
    ];
    for (const name of names) await record(owner, name, { fields: [name, "name", ""] });
    await record(owner, "no fields", { fields: [] });
    const { workspaceId, userId } = owner;
    // Past the app's own code: no list at all, a fraction of a millisecond, a default time.
    await (await prisma()).$executeRaw`
      INSERT INTO "AuditEvent" ("id", "workspaceId", "actorId", "action", "subjectId", "subjectName", "result", "at")
      VALUES (${randomId()}, ${workspaceId}, ${userId}, 'x.y', '', '', 'ok', '1969-12-31 23:59:59.9996')`;
    await (await prisma()).$executeRaw`
      INSERT INTO "AuditEvent" ("id", "workspaceId", "actorId", "action", "subjectId", "subjectName", "result")
      VALUES (${randomId()}, ${workspaceId}, ${userId}, 'x.y', '', '', 'ok')`;
    expect(await checkChain(workspaceId)).toMatchObject({ intact: true, events: names.length + 3 });
  });

  it("L2: cannot be changed, shortened or emptied while its workspace exists, and goes with it", async () => {
    const owner = await trailOf(2);
    const client = await prisma();
    const { workspaceId } = owner;
    await expect(client.auditEvent.updateMany({ where: { workspaceId }, data: { result: "ok" } })).rejects.toThrow();
    await expect(client.auditEvent.deleteMany({ where: { workspaceId } })).rejects.toThrow();
    await expect(client.$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow();
    const repeated = await client.auditEvent.findFirstOrThrow({ where: { workspaceId } });
    await expect(client.auditEvent.createMany({ data: [repeated], skipDuplicates: true })).rejects.toThrow();
    expect(await checkChain(workspaceId)).toMatchObject({ intact: true, events: 2 });
    await client.workspace.delete({ where: { id: workspaceId } });
    expect(await client.auditEvent.count({ where: { workspaceId } })).toBe(0);
    expect(await client.auditHead.count({ where: { workspaceId } })).toBe(0);
  });

  it("L2: no change without its event, and no event of a change that did not happen", async () => {
    const owner = await trailOf(1);
    const { workspaceId } = owner;
    const client = await prisma();
    const refused = inTransaction(async (tx) => {
      await tx.workspace.update({ where: { id: workspaceId }, data: { name: "Changed" } });
      await recordAudit(tx, {
        workspaceId,
        actorId: owner.userId,
        action: "longer than the column allows ".repeat(9) as AuditAction,
        subjectId: workspaceId,
        subjectName: "",
        peer: undefined,
      });
    });
    await expect(refused).rejects.toThrow();
    expect(await client.workspace.findUnique({ where: { id: workspaceId } })).toMatchObject({ name: "Data team" });
    await expect(
      inTransaction(async (tx) => {
        await recordAudit(tx, {
          workspaceId,
          actorId: "a",
          action: "credential.created",
          subjectId: "",
          subjectName: "",
          peer: undefined,
        });
        throw new Error("the change failed");
      }),
    ).rejects.toThrow();
    // What was rolled back left no gap.
    await record(owner, "Sales 2");
    expect(await checkChain(workspaceId)).toMatchObject({ intact: true, events: 2 });
  });

  it("R14: forty writers at once make one chain", async () => {
    const owner = await trailOf(0);
    await Promise.all(Array.from({ length: 40 }, (_, index) => record(owner, `Sales ${index}`)));
    expect(await checkChain(owner.workspaceId)).toMatchObject({ intact: true, events: 40 });
  });

  it.each<[what: string, flaw: string, seq: number, sql: string]>([
    [
      "changed name",
      "changed",
      3,
      `UPDATE "AuditEvent" SET "subjectName" = 'Other' WHERE "seq" = 3 AND "workspaceId" = $1`,
    ],
    [
      "changed field list",
      "changed",
      2,
      `UPDATE "AuditEvent" SET "fields" = '{name}' WHERE "seq" = 2 AND "workspaceId" = $1`,
    ],
    [
      "changed time",
      "changed",
      5,
      `UPDATE "AuditEvent" SET "at" = "at" + interval '1 millisecond' WHERE "seq" = 5 AND "workspaceId" = $1`,
    ],
    ["removed peer", "changed", 1, `UPDATE "AuditEvent" SET "peer" = NULL WHERE "seq" = 1 AND "workspaceId" = $1`],
    ["missing event", "missing", 2, `DELETE FROM "AuditEvent" WHERE "seq" = 2 AND "workspaceId" = $1`],
    ["missing first event", "missing", 1, `DELETE FROM "AuditEvent" WHERE "seq" = 1 AND "workspaceId" = $1`],
    [
      "wrong previous hash",
      "unlinked",
      4,
      `UPDATE "AuditEvent" SET "previousHash" = repeat('a', 64) WHERE "seq" = 4 AND "workspaceId" = $1`,
    ],
    ["end that was cut off", "cut-off", 4, `DELETE FROM "AuditEvent" WHERE "seq" > 3 AND "workspaceId" = $1`],
    ["whole trail that was cut off", "cut-off", 1, `DELETE FROM "AuditEvent" WHERE "workspaceId" = $1`],
    [
      "head that was set back",
      "added",
      5,
      `UPDATE "AuditHead" h SET "seq" = 4, "hash" = (SELECT "hash" FROM "AuditEvent" WHERE "seq" = 4 AND "workspaceId" = h."workspaceId") WHERE "workspaceId" = $1`,
    ],
    [
      "event put in past the chain",
      "added",
      0,
      `INSERT INTO "AuditEvent" ("id", "workspaceId", "actorId", "action", "subjectId", "subjectName", "result") SELECT 'forged-' || "id", "id", 'a', 'x.y', '', '', 'ok' FROM "Workspace" WHERE "id" = $1`,
    ],
  ])("L2: a %s is found: %s, %i", async (_, flaw, seq, sql) => {
    const owner = await trailOf(5);
    await tamper(sql, owner.workspaceId);
    expect(await verifyTrail(owner)).toMatchObject({ intact: false, flaw, seq, title: "The trail isn't intact." });
  });

  it("L2: a trail written anew as a whole is found by a hash that was noted before", async () => {
    const owner = await trailOf(4);
    const { workspaceId } = owner;
    const before = await checkChain(workspaceId);
    const noted = { seq: 4, hash: before.intact ? before.hash : "" };
    expect(await checkChain(workspaceId, noted)).toMatchObject({ intact: true });
    await tamper(`DELETE FROM "AuditEvent" WHERE "workspaceId" = $1`, workspaceId);
    await (await prisma()).auditHead.delete({ where: { workspaceId } });
    expect(await checkChain(workspaceId, noted)).toMatchObject({ intact: false, flaw: "cut-off" });
    for (let index = 1; index <= 5; index += 1) await record(owner, "Nothing happened");
    expect(await checkChain(workspaceId)).toMatchObject({ intact: true });
    expect(await checkChain(workspaceId, noted)).toMatchObject({ intact: false, flaw: "rewritten", seq: 4 });
  });

  it("walks a trail of several pages, and finds what is wrong on the last", async () => {
    const owner = await trailOf(0);
    const { workspaceId } = owner;
    await (await prisma()).$executeRaw`
      INSERT INTO "AuditEvent" ("id", "workspaceId", "actorId", "action", "subjectId", "subjectName", "result", "at")
      SELECT ${workspaceId} || n, ${workspaceId}, 'a', 'x.y', '', 'Sales ' || n, 'ok', now() FROM generate_series(1, 2500) n`;
    expect(await checkChain(workspaceId)).toMatchObject({ intact: true, events: 2500 });
    await tamper(`UPDATE "AuditEvent" SET "result" = 'refused' WHERE "workspaceId" = $1 AND "seq" = 2400`, workspaceId);
    expect(await checkChain(workspaceId)).toMatchObject({ intact: false, flaw: "changed", seq: 2400 });
  });

  it("Z1: is verified by owners and admins only", async () => {
    const [owner, admin, member] = (await makeWorkspace("owner", "admin", "member")) as [Member, Member, Member];
    expect(await verifyTrail(owner)).toMatchObject({ intact: true });
    expect(await verifyTrail(admin)).toMatchObject({ intact: true, events: 1 });
    await expect(verifyTrail(member)).rejects.toBeInstanceOf(Refusal);
  });
});
