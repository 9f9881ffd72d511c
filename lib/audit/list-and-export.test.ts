import { describe, expect, it, vi } from "vitest";
import { signedIn } from "@/lib/auth/sign-in.fixture";
import { revokeToken } from "@/lib/auth/tokens/revoke-token";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { holderOf } from "@/lib/data-sources/tokens/show-token.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { type AuditAction, recordAudit } from "@/lib/platform/audit";
import { csvLine } from "@/lib/platform/csv-line";
import { inTransaction, prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { hashOf } from "./audit-chain";
import { exportAuditEvents } from "./export-audit-events";
import { listAuditEvents } from "./list-audit-events";
import { listAuditOptions } from "./list-audit-options";
import { parseAuditFilter } from "./parse-audit-filter";

vi.hoisted(() => vi.stubEnv("TZ", "America/St_Johns"));

type Entry = Partial<Parameters<typeof recordAudit>[1]>;
const record = ({ workspaceId, userId: actorId }: Member, entry: Entry) =>
  inTransaction((tx) =>
    recordAudit(tx, {
      workspaceId,
      actorId,
      action: "credential.verified",
      subjectId: "sales",
      subjectName: "Sales EU",
      peer: "10.0.0.7",
      ...entry,
    }),
  );
const sentences = async (actor: Member, query: Record<string, unknown> = {}) =>
  (await listAuditEvents(actor, parseAuditFilter(query))).events.map(
    ({ actorName, words, subjectName, end }) => `${actorName} ${words}${subjectName ? ` ${subjectName}` : ""}${end}`,
  );

/** Two people, a job and a stranger around two credentials, one of them deleted. */
async function makeTrail() {
  const [owner, admin] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  await record(owner, { action: "credential.created", result: "accepted" });
  await record(admin, { action: "credential.edited", subjectId: "old", subjectName: "Old pair", fields: ["name"] });
  await record(admin, { action: "credential.deleted", subjectId: "old", subjectName: "Old pair" });
  await record(owner, { actorId: "job:reverify", result: "refused", peer: undefined });
  await record(owner, { actorId: "unknown", action: "session.refused", result: "refused", subjectName: "" });
  // By another version of the app.
  const unknown = "robot.arm-painted" as AuditAction;
  await record(owner, { actorId: "gone", action: unknown, subjectName: "Bob" });
  return { owner, admin };
}

async function textOf(actor: Member, query: Record<string, unknown>): Promise<string> {
  let text = "";
  for await (const chunk of (await exportAuditEvents(actor, query)).chunks) text += chunk;
  return text;
}

describe("the audit trail as it is read", () => {
  it("L1: says who did what to which, newest first, under the names of now", async () => {
    const { owner, admin } = await makeTrail();
    await (await prisma()).user.update({ where: { id: owner.userId }, data: { name: "Ada" } });
    expect(await sentences(owner)).toEqual([
      "A former member (robot arm painted) Bob",
      "Someone unknown tried to sign in: refused",
      "Job: reverify verified Sales EU: not accepted",
      "admin deleted Old pair",
      "admin edited Old pair",
      "Ada added Sales EU (verified)",
    ]);
    const [event] = (await listAuditEvents(admin, { action: "credential.edited" })).events;
    expect(event).toMatchObject({ seq: 2, fields: ["name"], peer: "10.0.0.7", credentialId: "old" });
    expect(event?.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it("L1, I9: has the address beside a name that reads like another member's, or like nobody's", async () => {
    const [owner, admin, viewer] = (await makeWorkspace("owner", "admin", "viewer")) as [Member, Member, Member];
    const client = await prisma();
    const call = (who: Member, name: string) => client.user.update({ where: { id: who.userId }, data: { name } });
    await call(owner, "Olga Owner");
    await record(admin, { action: "credential.edited" });
    const alike = ["Olga Owner", "olga owner", "Оlga Оwner", "Someone unknown", "Job: reverify", "A former member"];
    for (const name of alike) {
      await call(admin, name);
      expect(await sentences(owner)).toEqual([`${name} (${admin.email}) edited Sales EU`]);
      const { people } = await listAuditOptions(owner, {});
      expect(people).toEqual([{ value: admin.userId, label: `${name} (${admin.email})` }]);
    }
    expect(await textOf(owner, { format: "csv" })).toContain(`"A former member (${admin.email})"`);
    await call(admin, "Oleg Owner");
    await call(viewer, "Oleg 0wner");
    expect((await sentences(owner)).at(-1)).toBe(`Oleg Owner (${admin.email}) edited Sales EU`);
    await call(viewer, "Vera Viewer");
    expect((await sentences(owner)).at(-1)).toBe("Oleg Owner edited Sales EU");
    expect(await textOf(owner, { format: "json" })).toContain('"actorName":"Oleg Owner"');
  });

  it("L1: is filtered by person, credential, action and time, and by all of them; nonsense filters nothing", async () => {
    const { owner, admin } = await makeTrail();
    expect(await sentences(owner, { person: admin.userId })).toHaveLength(2);
    expect(await sentences(owner, { person: "job:reverify" })).toEqual([
      "Job: reverify verified Sales EU: not accepted",
    ]);
    expect(await sentences(owner, { credential: "old" })).toHaveLength(2);
    expect(
      await sentences(owner, { action: "credential.deleted", person: admin.userId, credential: "old" }),
    ).toHaveLength(1);
    expect(await sentences(owner, { person: ["a", "b"], from: "yesterday", to: "", action: { not: "" } })).toHaveLength(
      6,
    );
    const today = new Date().toISOString().slice(0, 10);
    expect(await sentences(owner, { from: today, to: today })).toHaveLength(6);
    expect(await sentences(owner, { to: "2020-02-29" })).toEqual([]);
    const { at } = (await listAuditEvents(owner, { credential: "old" })).events[0] ?? {};
    expect(await sentences(owner, { from: at, to: at, credential: "old" })).toContain("admin deleted Old pair");
  });

  it("offers who and what is in the trail, deleted credentials too, and the chosen one always", async () => {
    const { owner, admin } = await makeTrail();
    const options = await listAuditOptions(owner, { credential: "sales" });
    expect(options.people.map(({ label }) => label)).toEqual([
      "A former member",
      "admin",
      "Job: reverify",
      "owner",
      "Someone unknown",
    ]);
    expect(options.people).toContainEqual({ value: admin.userId, label: "admin" });
    expect(options.credentials).toEqual([{ value: "sales", label: "Bob" }]);
    expect(options.deletedCredentials).toEqual([{ value: "old", label: "Old pair" }]);
    expect(options.actions).toContainEqual({ value: "session.refused", label: "Sign-in refused" });
    expect(options.actions).toContainEqual({ value: "robot.arm-painted", label: "Robot arm painted" });
  });

  it("pages without losing or repeating an event, also among events of one moment", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const { workspaceId } = owner;
    await (await prisma()).$executeRaw`
      INSERT INTO "AuditEvent" ("id", "workspaceId", "actorId", "action", "subjectId", "subjectName", "result", "at")
      SELECT ${workspaceId} || n, ${workspaceId}, 'a', 'x.y', '', '', 'ok', timestamp '2026-01-01' + interval '1 second' * (n / 40)
      FROM generate_series(1, 120) n`;
    const seen: number[] = [];
    for (let before: number | undefined, more = true; more; more = before !== undefined) {
      const page = await listAuditEvents(owner, {}, before === undefined ? undefined : String(before));
      seen.push(...page.events.map(({ seq }) => seq));
      before = page.before;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
  });

  it("U8: each filter walks along an index", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const { workspaceId } = owner;
    const client = await prisma();
    await client.$executeRaw`
      INSERT INTO "AuditEvent" ("id", "workspaceId", "actorId", "action", "subjectId", "subjectName", "result", "at")
      SELECT ${workspaceId} || n, ${workspaceId}, 'p' || n % 50, 'a.' || n % 20, 's' || n % 500, '', 'ok',
        timestamp '2026-01-01' + interval '1 minute' * n FROM generate_series(1, 5000) n`;
    await client.$executeRaw`ANALYZE "AuditEvent"`;
    for (const [condition, index] of [
      ["true", "AuditEvent_workspaceId_at_seq_idx"],
      [`"actorId" = 'p7'`, "AuditEvent_workspaceId_actorId_at_seq_idx"],
      [`"subjectId" = 's7'`, "AuditEvent_workspaceId_subjectId_at_seq_idx"],
      [`"action" = 'a.7'`, "AuditEvent_workspaceId_action_at_seq_idx"],
      [`("at", "seq") < ('2026-01-02', 1000)`, "AuditEvent_workspaceId_at_seq_idx"],
    ]) {
      const plan = await client.$queryRawUnsafe<Record<string, string>[]>(
        `EXPLAIN SELECT * FROM "AuditEvent" WHERE "workspaceId" = '${workspaceId}' AND ${condition} ORDER BY "at" DESC, "seq" DESC LIMIT 51`,
      );
      const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
      expect(text).toContain(index);
      expect(text).not.toContain("Sort");
    }
  });

  it("Z1, Z2: members read nothing, and nobody another workspace's events", async () => {
    const { owner } = await makeTrail();
    const [other, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
    expect(await sentences(other)).toEqual([]);
    expect(await sentences(other, { credential: "old", person: owner.userId })).toEqual([]);
    expect((await listAuditOptions(other, { credential: "old" })).credentials).toEqual([]);
    await expect(listAuditEvents(member, {})).rejects.toBeInstanceOf(Refusal);
    await expect(listAuditOptions(member, {})).rejects.toBeInstanceOf(Refusal);
    await expect(exportAuditEvents(member, { format: "csv" })).rejects.toBeInstanceOf(Refusal);
  });
});

describe("the audit trail as a file", () => {
  it("L1: as JSON is the whole filter, and proves itself: each hash follows from its line", async () => {
    const { owner } = await makeTrail();
    const file = JSON.parse(await textOf(owner, { format: "json", person: "", from: "2020-01-01" }));
    expect(file).toMatchObject({ workspaceId: owner.workspaceId, filter: { from: "2020-01-01" } });
    expect(file.events).toHaveLength(7);
    expect(file.events[0]).toMatchObject({ seq: 7, action: "audit.exported", fields: ["json", "from"] });
    for (const event of file.events) {
      expect(hashOf({ ...event, at: new Date(event.at), seq: BigInt(event.seq) })).toBe(event.hash);
    }
    expect(JSON.parse(await textOf(owner, { format: "json", action: "no.such" })).events).toEqual([]);
  });

  const fill = async (workspaceId: string, count: number) =>
    (await prisma()).$executeRaw`
      INSERT INTO "AuditEvent" ("id", "workspaceId", "actorId", "action", "subjectId", "subjectName", "result", "at")
      SELECT ${workspaceId} || n, ${workspaceId}, 'a', 'x.y', '', '', 'ok', timestamp '2026-01-01'
      FROM generate_series(1, ${count}::int) n`;

  it("goes on over pages, and holds a filter that makes no sense for an error", async () => {
    const [first] = (await makeWorkspace("owner")) as [Member];
    const owner = await signedIn(first);
    await fill(owner.workspaceId, 999);
    expect(JSON.parse(await textOf(owner, { format: "json" })).events).toHaveLength(1000);
    expect((await textOf(owner, { format: "csv" })).split("\r\n")).toHaveLength(1 + 1001 + 1);
    await expect(exportAuditEvents(owner, { format: "csv", from: "yesterday" })).rejects.toBeInstanceOf(Refusal);
    await expect(exportAuditEvents(owner, { format: "xml" })).rejects.toBeInstanceOf(Refusal);
  });

  it("A11: breaks off where the token is revoked, or the session ends, while the file is taken", async () => {
    const [first] = (await makeWorkspace("owner")) as [Member];
    const owner = await signedIn(first);
    await fill(owner.workspaceId, 1200);
    const made = await createToken(owner, { name: "Trail", sources: "every", scopes: ["audit:read"] });
    const byToken = await exportAuditEvents(await holderOf(made.value), { format: "csv" });
    const bySession = await exportAuditEvents(owner, { format: "csv" });
    for (const { chunks } of [byToken, bySession]) {
      await chunks.next();
      expect((await chunks.next()).done).toBe(false);
    }
    await revokeToken(owner, { tokenId: made.id });
    await (await prisma()).session.delete({ where: { id: owner.sessionId } });
    for (const { chunks } of [byToken, bySession]) await expect(chunks.next()).rejects.toBeInstanceOf(Refusal);
  });

  it.each(['=HYPERLINK("http://x")', "-1+1", "+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])(
    "U13: %j begins with an apostrophe in CSV",
    async (name) => {
      expect(csvLine([name])).toBe(`"'${name.replaceAll('"', '""')}"\r\n`);
      const [owner] = (await makeWorkspace("owner")) as [Member];
      await record(owner, { subjectName: name });
      expect(await textOf(owner, { format: "csv", credential: "sales" })).toContain(
        `,"'${name.replaceAll('"', '""')}",`,
      );
    },
  );

  it("I11, U14: line breaks, quotes and commas in a name make no new line or cell", () => {
    expect(csvLine(["a,b", 'say "x"', "a\r\nb", "a-1"])).toBe('"a,b","say ""x""","a\r\nb","a-1"\r\n');
  });
});
