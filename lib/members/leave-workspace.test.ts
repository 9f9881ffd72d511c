import { describe, expect, it } from "vitest";
import { permissions } from "@/lib/auth/permissions";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import { randomId } from "@/lib/platform/random-id";
import { inviteMember } from "./invite-member";
import { leaveWorkspace } from "./leave-workspace";
import { type Member, makeWorkspace } from "./make-workspace.fixture";
import { removeMember } from "./remove-member";

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (isOwn(error, Refusal)) return error.dto;
      throw error;
    },
  );

async function makeCredential({ workspaceId, userId }: Member, deletedAt: Date | null = null): Promise<string> {
  const id = randomId();
  const row = { id, workspaceId, connectorId: "clari-copilot", name: id, nameKey: id, ownerId: userId, formId: id };
  await (await prisma()).credential.create({ data: { ...row, status: "UNVERIFIED", deletedAt } });
  return id;
}

async function makeSession({ userId, workspaceId }: Member): Promise<string> {
  const id = randomId();
  const data = { id, token: randomId(), expiresAt: new Date(Date.now() + 60_000), userId };
  await (await prisma()).session.create({ data: { ...data, activeWorkspaceId: workspaceId } });
  return id;
}

async function makeToken({ userId: makerId, workspaceId }: Member): Promise<string> {
  const id = randomId();
  const data = { id, workspaceId, makerId, name: "Nightly", scopes: [], everySource: true, sourceIds: [] };
  await (await prisma()).token.create({ data });
  return id;
}

const eventsOf = async ({ workspaceId }: Member) =>
  (await (await prisma()).auditEvent.findMany({ where: { workspaceId }, orderBy: { seq: "asc" } })).map(
    ({ action, actorId, subjectId }) => ({ action, actorId, subjectId }),
  );

/** What is left of someone in a workspace, whoever took them out. */
async function traces({ userId, workspaceId, email }: Member) {
  const client = await prisma();
  return {
    places: await client.member.count({ where: { userId, workspaceId } }),
    credentials: await client.credential.count({ where: { workspaceId, ownerId: userId } }),
    tokens: await client.token.count({ where: { workspaceId, makerId: userId, revokedAt: null } }),
    invitations: await client.invitation.count({
      where: { workspaceId, status: "pending", OR: [{ inviterId: userId }, { email }] },
    }),
  };
}

/** Someone with all that one can leave behind. */
async function withEverything(person: Member) {
  await makeCredential(person);
  await makeCredential(person, new Date());
  await makeToken(person);
  await inviteMember(person, { email: `${randomId()}@example.com`.toLowerCase(), role: "viewer" });
}

describe("leaving", () => {
  it("A11: leaves of someone what a removal leaves, and asks who takes over as one does", async () => {
    const [owner, leaving, removed] = (await makeWorkspace("owner", "admin", "admin")) as [Member, Member, Member];
    for (const person of [leaving, removed]) await withEverything(person);
    const successorId = owner.userId;
    expect((await refusalOf(leaveWorkspace(leaving, {})))?.code).toBe("SUCCESSOR_NEEDED");
    await leaveWorkspace(leaving, { successorId });
    await removeMember(owner, { userId: removed.userId, successorId });
    const nothing = { places: 0, credentials: 0, tokens: 0, invitations: 0 };
    expect([await traces(leaving), await traces(removed)]).toEqual([nothing, nothing]);
    const own = (await eventsOf(owner)).filter(({ actorId }) => actorId === leaving.userId);
    expect(own.at(-1)).toEqual({ action: "member.left", actorId: leaving.userId, subjectId: leaving.userId });
  });

  it("is refused for the only owner, who gives someone else that role first", async () => {
    const [owner, admin] = (await makeWorkspace("owner", "admin")) as [Member, Member];
    expect((await refusalOf(leaveWorkspace(owner, { successorId: admin.userId })))?.code).toBe("LAST_OWNER");
    expect((await traces(owner)).places).toBe(1);
  });

  it("passes what was deleted on to an owner who stays, where nobody has to be named", async () => {
    const [owner, leaving] = (await makeWorkspace("owner", "member")) as [Member, Member];
    const id = await makeCredential(leaving, new Date());
    await leaveWorkspace(leaving, {});
    expect(await (await prisma()).credential.findUnique({ where: { id } })).toMatchObject({ ownerId: owner.userId });
    // An owner who removes themselves is no heir of their own.
    const [first, second] = (await makeWorkspace("owner", "owner")) as [Member, Member];
    const other = await makeCredential(first, new Date());
    await removeMember(first, { userId: first.userId });
    expect(await (await prisma()).credential.findUnique({ where: { id: other } })).toMatchObject({
      ownerId: second.userId,
    });
  });

  it("goes on in another workspace with the sessions that were in this one; without one they end", async () => {
    const [, leaving] = (await makeWorkspace("owner", "member")) as [Member, Member];
    const [elsewhere] = (await makeWorkspace("owner")) as [Member];
    const client = await prisma();
    await client.member.create({
      data: { id: randomId(), workspaceId: elsewhere.workspaceId, userId: leaving.userId, role: "viewer" },
    });
    const id = await makeSession(leaving);
    expect(await leaveWorkspace(leaving, {})).toEqual({ nextWorkspaceId: elsewhere.workspaceId });
    expect(await client.session.findUnique({ where: { id } })).toMatchObject({
      activeWorkspaceId: elsewhere.workspaceId,
    });
    const there = { ...leaving, workspaceId: elsewhere.workspaceId, role: "viewer" as const };
    expect(await leaveWorkspace(there, {})).toEqual({ nextWorkspaceId: undefined });
    expect(await client.session.count({ where: { userId: leaving.userId } })).toBe(0);
  });

  it("is for every role", () => expect(permissions["member:leave"]).toEqual(["owner", "admin", "member", "viewer"]));
});
