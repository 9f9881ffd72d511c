import { beforeAll, describe, expect, it } from "vitest";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { DAY_MS } from "@/lib/platform/day-ms";
import { randomId } from "@/lib/platform/random-id";
import { closeChecklist } from "./close-checklist";
import { dueQuery, failedQuery } from "./credential-state-repository";
import { getOverview } from "./get-overview";
import { insertCredentials, insertManyReads, insertReads, insertSource } from "./overview.fixture";
import { readUseQuery } from "./provider-use-repository";
import { sourcesQuery } from "./source-state-repository";
import { workspaceStateQuery } from "./workspace-state-repository";

const NOW = Date.parse("2027-03-03T12:00:00Z");
const at = (daysAgo: number) => new Date(NOW - daysAgo * DAY_MS);
const day = (text: string) => new Date(`${text}T00:00:00Z`);

async function giveInstallationTo({ userId: ownerId }: Member): Promise<void> {
  const client = await prisma();
  await client.installation.deleteMany();
  await client.installation.create({ data: { ownerId }, select: { id: true } });
}

async function givePassword({ userId }: Member, twoFactorEnabled = false): Promise<void> {
  const client = await prisma();
  const data = { id: randomId(), userId, accountId: userId, providerId: "credential", password: "a hash" };
  await client.account.create({ data, select: { id: true } });
  await client.user.update({ where: { id: userId }, data: { twoFactorEnabled }, select: { id: true } });
}

describe("the overview of a new workspace", () => {
  it("is a checklist that ticks itself, of what the role may do, until it is put away", async () => {
    const [owner, admin, member, viewer] = (await makeWorkspace("owner", "admin", "member", "viewer")) as [
      Member,
      Member,
      Member,
      Member,
    ];
    await giveInstallationTo(owner);
    await givePassword(owner);
    const steps = async (actor: Member) =>
      (await getOverview(actor)).checklist?.map(({ id, isDone }) => `${id}${isDone ? " done" : ""}`);
    expect(await steps(owner)).toEqual(["credential", "source", "people done", "notices", "key", "second-factor"]);
    expect(await steps(admin)).toEqual(["credential", "source", "people done", "notices", "second-factor done"]);
    expect(await steps(member)).toEqual(["source", "second-factor done"]);
    expect(await steps(viewer), "one step is no list").toBeUndefined();

    const [credential = ""] = await insertCredentials(owner, "first", 1);
    await insertSource(owner, "first-source", credential);
    const client = await prisma();
    await client.workspaceSettings.create({
      data: { workspaceId: owner.workspaceId, webhookUrl: "https://hooks.example" },
      select: { revision: true },
    });
    await client.knownKey.updateMany({ data: { backupConfirmedAt: new Date() } });
    await client.user.update({ where: { id: owner.userId }, data: { twoFactorEnabled: true } });
    expect(await steps(owner)).toEqual([
      "credential done",
      "source done",
      "people done",
      "notices done",
      "key done",
      "second-factor done",
    ]);

    await closeChecklist(owner);
    expect(await steps(owner)).toBeUndefined();
    expect(await steps(admin), "of others it stays").toHaveLength(5);
  });

  it("counts an invitation that waits as someone, and one that is over as nobody", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const isDone = async () => (await getOverview(owner)).checklist?.find(({ id }) => id === "people")?.isDone;
    expect(await isDone()).toBe(false);
    const { workspaceId, userId: inviterId } = owner;
    const invitation = { id: randomId(), workspaceId, inviterId, email: "a@example.com", tokenHash: randomId() };
    const client = await prisma();
    await client.invitation.create({ data: { ...invitation, expiresAt: new Date(Date.now() + DAY_MS) } });
    expect(await isDone()).toBe(true);
    await client.invitation.update({ where: { id: invitation.id }, data: { expiresAt: at(9999) } });
    expect(await isDone()).toBe(false);
  });
});

describe("the overview of a workspace in use", () => {
  let owner: Member;
  let admin: Member;
  let member: Member;
  let viewer: Member;
  let stranger: Member;
  beforeAll(async () => {
    [owner, admin, member, viewer] = (await makeWorkspace("owner", "admin", "member", "viewer")) as [
      Member,
      Member,
      Member,
      Member,
    ];
    [stranger] = (await makeWorkspace("owner")) as [Member];
    await giveInstallationTo(owner);
    await givePassword(owner, true);
    await givePassword(member);
    const [good = ""] = await insertCredentials(owner, "good", 3);
    const [bad = ""] = await insertCredentials(owner, "bad", 1, {
      status: "FAILED",
      outcome: "invalid-credentials",
      verifiedAt: at(9),
      failedAt: at(2),
      sourceCount: 1,
    });
    await insertCredentials(owner, "unreadable", 1, { status: "FAILED", outcome: "unreadable", failedAt: at(1) });
    await insertCredentials(owner, "unknown", 2, { status: "UNVERIFIED", connectorId: "gong" });
    await insertCredentials(owner, "gone", 2, { status: "FAILED", deletedAt: at(1), rotateBy: day("2027-03-01") });
    // Rotations: overdue, soon and told, in time; by the workspace's age, and told of it.
    await insertCredentials(owner, "overdue", 1, { rotateBy: day("2027-02-20"), reminded: "OVERDUE" });
    await insertCredentials(owner, "soon", 1, { rotateBy: day("2027-03-10") });
    await insertCredentials(owner, "later", 1, { rotateBy: day("2027-06-10") });
    await insertCredentials(owner, "aged", 1, { valuesChangedAt: at(85), reminded: "SOON" });
    await (await prisma()).workspaceSettings.create({
      data: { workspaceId: owner.workspaceId, maxAgeDays: 90 },
      select: { revision: true },
    });
    await (await prisma()).credential.updateMany({
      where: { workspaceId: owner.workspaceId, id: { notIn: ["aged00000"] } },
      data: { valuesChangedAt: at(0) },
    });
    for (const id of ["quiet", "fails", "works", "lost"]) await insertSource(owner, id, good);
    await insertSource(owner, "refused", bad);
    await insertReads(owner, "fails", [
      { state: "FAILED", reason: "limited", records: 7, startedAt: at(1), credentialId: good, requests: 40 },
      { startedAt: at(2), credentialId: good, requests: 5 },
    ]);
    await insertReads(owner, "works", [
      { state: "COMPLETE", records: 12, startedAt: at(0.5), credentialId: good, requests: 2 },
      { state: "FAILED", reason: "limited", startedAt: at(0.6), credentialId: good },
      { state: "COMPLETE", startedAt: at(20), credentialId: good, requests: 999 },
    ]);
    await insertReads(owner, "lost", [{ state: "LOST", records: 1, startedAt: at(3), credentialId: good }]);
    await insertReads(owner, "refused", [{ state: "FAILED", reason: "refused", startedAt: at(1.5) }]);
    await insertCredentials(stranger, "theirs", 4, { status: "FAILED" });
  });

  it("says what needs attention, the latest first, and counts what there is", async () => {
    const { counts, failed, rotations } = await getOverview(owner, NOW);
    // What is due is counted by the list, as of today.
    expect(counts).toMatchObject({ all: 11, attention: 2, unverified: 2, sources: 5 });
    expect(failed).toEqual([
      expect.objectContaining({ id: "unreadable00000", unreadable: true, usedBy: 0 }),
      expect.objectContaining({ id: "bad00000", usedBy: 1, verifiedAt: at(9).toISOString() }),
    ]);
    expect(rotations.map(({ id, rotation }) => [id, rotation.state, rotation.dueOn])).toEqual([
      ["overdue00000", "overdue", "2027-02-20"],
      ["aged00000", "soon", "2027-03-08"],
      ["soon00000", "soon", "2027-03-10"],
    ]);
  });

  it("says how the last read of each source went, and whose failed though its credential is accepted", async () => {
    const { sources, failedReads } = await getOverview(member, NOW);
    expect(sources.map(({ id, lastRead }) => [id, lastRead?.status])).toEqual([
      ["works", "complete"],
      ["fails", "failed"],
      ["refused", "failed"],
      ["lost", "lost"],
      ["quiet", undefined],
    ]);
    expect(sources[0]?.lastRead?.sentence).toBe("Complete: 12 records.");
    expect(failedReads.map(({ id }) => id)).toEqual(["fails", "lost"]);
  });

  it("Z5: gives each role what it sees elsewhere, and no more", async () => {
    const seen = async (actor: Member) => {
      const { sources, failedReads, providers, safety } = await getOverview(actor, NOW);
      const reads = sources.filter(({ lastRead }) => lastRead).length + failedReads.length;
      return { reads, providers: providers?.length, safety };
    };
    const people = { byPasswordAlone: 1, all: 4 };
    expect(await seen(owner)).toEqual({
      reads: 6,
      providers: 2,
      safety: { byPasswordAlone: false, people, keyIsBackedUp: true },
    });
    expect(await seen(admin)).toEqual({ reads: 6, providers: 2, safety: { byPasswordAlone: false, people } });
    expect(await seen(member)).toEqual({ reads: 6, providers: undefined, safety: { byPasswordAlone: true } });
    expect(await seen(viewer)).toEqual({ reads: 0, providers: undefined, safety: { byPasswordAlone: false } });
    expect((await getOverview(viewer, NOW)).sources).toHaveLength(5);
  });

  it("says how much of a provider's limit is used in its week, and by which credential", async () => {
    const client = await prisma();
    // Weeks of the provider since 1970, of which 1970-01-01 was a Thursday.
    const windowIndex = Math.floor((Math.floor(NOW / DAY_MS) + 4) / 7);
    await client.providerHost.create({ data: { host: "rest-api.copilot.clari.com", windowIndex, requests: 321 } });
    const { providers = [] } = await getOverview(owner, NOW);
    expect(providers.map(({ name }) => name)).toEqual(["Clari Copilot", "Gong"]);
    expect(providers[0]?.window).toEqual({
      period: "week",
      checks: 321,
      checkShare: 50_000,
      // Not what was read last month, nor without a request.
      credentials: [{ id: "good00000", name: "good00000", requests: 47 }],
      readShare: 60_000,
    });
    expect((await getOverview(stranger, NOW)).providers?.[0]?.window?.credentials).toEqual([]);
  });

  it("asks along indexes, however much there is", async () => {
    await insertCredentials(stranger, "many", 4000, { connectorId: "gong" });
    await insertSource(stranger, "theirs-source", "theirs00000");
    await insertManyReads(stranger, "theirs-source", 250, new Date(NOW));
    await insertManyReads(owner, "quiet", 8000, new Date(NOW));
    const client = await prisma();
    await client.$executeRaw`ANALYZE`;
    const { workspaceId, userId } = stranger;
    const statements = {
      state: workspaceStateQuery(workspaceId, userId, ["gong", "clari-copilot"], new Date(NOW)),
      failed: failedQuery(workspaceId, 5),
      due: dueQuery(workspaceId, 90, 5, new Date(NOW)),
      sources: sourcesQuery(workspaceId, 5, true),
      reads: readUseQuery(workspaceId, [{ connectorId: "gong", since: at(7) }], 2),
    };
    for (const [name, { text, values }] of Object.entries(statements)) {
      const plan = await client.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${text}`, ...values);
      const lines = plan.map((row) => row["QUERY PLAN"]).join("\n");
      expect(lines, name).not.toMatch(/Seq Scan on "(Read|Credential|CredentialVersion)"/);
      if (name === "failed") expect(lines).toContain("Credential_newest_by_status_idx");
      if (name === "due") expect(lines).toContain("Credential_rotation_idx");
      if (name === "sources" || name === "reads") expect(lines, name).toContain("Read_workspaceId_startedAt_id_idx");
    }
  });
});
