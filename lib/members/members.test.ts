import { describe, expect, it } from "vitest";
import { recordDenied } from "@/lib/auth/doors/record-refused";
import { Denied } from "@/lib/auth/permissions";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import { randomId } from "@/lib/platform/random-id";
import { changeRole } from "./change-role";
import { hashInvitationToken } from "./invitation-token";
import { inviteMember } from "./invite-member";
import { type Member, makeWorkspace } from "./make-workspace.fixture";
import { findOffer } from "./offer-repository";
import { removeMember } from "./remove-member";
import { revokeInvitation } from "./revoke-invitation";

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (isOwn(error, Refusal)) return error.dto;
      throw error;
    },
  );

async function makeCredential({ workspaceId, userId }: Member, name: string): Promise<string> {
  const id = randomId();
  const row = { id, workspaceId, connectorId: "clari-copilot", name, nameKey: name, ownerId: userId, formId: id };
  await (await prisma()).credential.create({ data: { ...row, status: "UNVERIFIED" } });
  return id;
}

async function makeSession({ userId, workspaceId }: Member): Promise<void> {
  const data = { id: randomId(), token: randomId(), expiresAt: new Date(Date.now() + 60_000), userId };
  await (await prisma()).session.create({ data: { ...data, activeWorkspaceId: workspaceId } });
}

const auditOf = async ({ workspaceId }: Member) =>
  (await (await prisma()).auditEvent.findMany({ where: { workspaceId }, orderBy: { at: "asc" } })).map(
    ({ action, actorId, subjectId, result }) => ({ action, actorId, subjectId, result }),
  );

const tokenOf = (link: string) => link.slice(link.lastIndexOf("/") + 1);

describe("removing someone", () => {
  it("asks who takes over, and then moves credentials, ends sessions and writes it down, all or nothing (A9, L1)", async () => {
    const [owner, leaving, heir, viewer] = (await makeWorkspace("owner", "admin", "member", "viewer")) as Member[];
    if (!owner || !leaving || !heir || !viewer) throw new Error("a member is missing");
    const client = await prisma();
    const credentialId = await makeCredential(leaving, "Leaving's");
    await makeSession(leaving);
    const userId = leaving.userId;

    expect(await refusalOf(removeMember(owner, { userId }))).toMatchObject({
      code: "SUCCESSOR_NEEDED",
      blockers: [{ id: credentialId, name: "Leaving's" }],
    });
    // Nobody takes over who may not own, is not here, or is the one who leaves.
    for (const successorId of [viewer.userId, randomId(), userId]) {
      const refused = await refusalOf(removeMember(owner, { userId, successorId }));
      expect(refused?.fields, successorId).toHaveProperty("successorId");
    }
    expect(await client.member.count({ where: { userId } })).toBe(1);
    expect(await client.session.count({ where: { userId } })).toBe(1);

    await removeMember(owner, { userId, successorId: heir.userId });
    expect(await client.member.count({ where: { userId } })).toBe(0);
    expect(await client.session.count({ where: { userId } })).toBe(0);
    expect(await client.credential.findUnique({ where: { id: credentialId } })).toMatchObject({ ownerId: heir.userId });
    expect(await auditOf(owner)).toEqual([
      { action: "credential.transferred", actorId: owner.userId, subjectId: credentialId, result: "ok" },
      { action: "member.removed", actorId: owner.userId, subjectId: userId, result: "ok" },
    ]);
  });

  it("passes on more than one transaction holds, what was deleted too, to the one who was named", async () => {
    const [owner, leaving, heir] = (await makeWorkspace("owner", "admin", "member")) as [Member, Member, Member];
    const client = await prisma();
    await client.$executeRaw`
      INSERT INTO "Credential" ("id", "workspaceId", "connectorId", "formId", "name", "nameKey", "ownerId", "status",
        "deletedAt")
      SELECT 'many-' || n, ${owner.workspaceId}, 'clari-copilot', 'form-' || n, 'Many ' || n, 'many ' || n,
        ${leaving.userId}, 'UNVERIFIED', CASE WHEN n > 500 THEN now() END
      FROM generate_series(1, 1001) AS n`;
    await removeMember(owner, { userId: leaving.userId, successorId: heir.userId });
    const counts = await client.credential.groupBy({
      by: ["ownerId"],
      where: { workspaceId: owner.workspaceId },
      _count: true,
    });
    expect(counts).toEqual([{ ownerId: heir.userId, _count: 1001 }]);
    const transfers = { workspaceId: owner.workspaceId, action: "credential.transferred" };
    expect(await client.auditEvent.count({ where: transfers })).toBe(1001);
    expect(await client.member.count({ where: { userId: leaving.userId } })).toBe(0);
  });
});

describe("roles", () => {
  it("change only from the role that was seen, and only while the actor's own is as it was", async () => {
    const [owner, admin, viewer] = (await makeWorkspace("owner", "admin", "viewer")) as [Member, Member, Member];
    const { userId } = viewer;
    expect((await refusalOf(changeRole(owner, { userId, role: "admin", seen: "member" })))?.code).toBe(
      "CHANGED_MEANWHILE",
    );
    await changeRole(owner, { userId: admin.userId, role: "viewer", seen: "admin" });
    // Still an admin as far as this request knows: it was authorized before.
    expect((await refusalOf(changeRole(admin, { userId, role: "admin", seen: "viewer" })))?.code).toBe(
      "CHANGED_MEANWHILE",
    );
    expect(await auditOf(owner)).toEqual([
      { action: "member.role-changed", actorId: owner.userId, subjectId: admin.userId, result: "viewer" },
    ]);
  });
});

describe("rights that were taken", () => {
  it("A6: take the invitations along that someone made, and the one that waits for their address", async () => {
    const [owner, admin, other] = (await makeWorkspace("owner", "admin", "admin")) as [Member, Member, Member];
    const client = await prisma();
    const waiting = async () =>
      (
        await client.invitation.findMany({
          where: { workspaceId: owner.workspaceId, status: "pending" },
          orderBy: { email: "asc" },
        })
      ).map(({ email }) => email);
    await inviteMember(admin, { email: "back-door@example.com", role: "admin" });
    await inviteMember(other, { email: "kept@example.com", role: "viewer" });
    await changeRole(owner, { userId: admin.userId, role: "member", seen: "admin" });
    expect(await waiting()).toEqual(["kept@example.com"]);
    // As two invitations at the same moment could leave it.
    await client.invitation.create({
      data: {
        id: randomId(),
        workspaceId: owner.workspaceId,
        inviterId: owner.userId,
        email: other.email,
        role: "admin",
        tokenHash: randomId(),
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    });
    await removeMember(owner, { userId: other.userId });
    expect(await waiting()).toEqual([]);
    // Still an admin as far as this request knows.
    expect((await refusalOf(inviteMember(admin, { email: "again@example.com", role: "admin" })))?.code).toBe(
      "CHANGED_MEANWHILE",
    );
  });

  it("leave nobody as an owner of credentials who could not pass them on", async () => {
    const [owner, admin] = (await makeWorkspace("owner", "admin")) as [Member, Member];
    await makeCredential(admin, "Admin's");
    const demote = { userId: admin.userId, role: "viewer", seen: "admin" };
    expect((await refusalOf(changeRole(owner, demote)))?.code).toBe("IN_USE");
    await changeRole(owner, { ...demote, role: "member" });
  });
});

describe("invitations", () => {
  it("store the hash of 256 random bits, and nothing that accepts (A6)", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const { link, invitation } = await inviteMember(owner, { email: " New@Example.com ", role: "member" });
    const token = tokenOf(link);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const row = await (await prisma()).invitation.findUniqueOrThrow({ where: { id: invitation.id } });
    expect(row).toMatchObject({ email: "new@example.com", tokenHash: hashInvitationToken(token) });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row.expiresAt.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(await findOffer(hashInvitationToken(token))).toMatchObject({ email: "new@example.com", role: "member" });
  });

  it("end with the next one for the same address, with being taken back, and after seven days", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const invite = async () => inviteMember(owner, { email: "again@example.com", role: "viewer" });
    const isOffered = async ({ link }: { link: string }) =>
      (await findOffer(hashInvitationToken(tokenOf(link)))) !== undefined;
    const first = await invite();
    const second = await invite();
    expect([await isOffered(first), await isOffered(second)]).toEqual([false, true]);
    await revokeInvitation(owner, { invitationId: second.invitation.id });
    expect(await isOffered(second)).toBe(false);
    expect((await refusalOf(revokeInvitation(owner, { invitationId: second.invitation.id })))?.code).toBe("NOT_FOUND");
    const third = await invite();
    await (await prisma()).invitation.update({
      where: { id: third.invitation.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await isOffered(third)).toBe(false);
  });

  it("are refused for someone who is here already", async () => {
    const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
    expect(await refusalOf(inviteMember(owner, { email: member.email, role: "admin" }))).toMatchObject({
      code: "ALREADY_MEMBER",
      fields: { email: expect.any(String) },
    });
  });
});

describe("what the table refuses", () => {
  it("is written down with who, what and where, and not without end (L1)", async () => {
    const [, viewer] = (await makeWorkspace("owner", "viewer")) as [Member, Member];
    for (let attempt = 0; attempt < 70; attempt += 1) await recordDenied(new Denied(viewer, "credential:delete"));
    const rows = await (await prisma()).auditEvent.findMany({ where: { workspaceId: viewer.workspaceId } });
    expect(rows).toHaveLength(60);
    expect(rows[0]).toMatchObject({
      actorId: viewer.userId,
      action: "access.denied",
      subjectName: "credential:delete",
      result: "denied",
    });
  });
});
