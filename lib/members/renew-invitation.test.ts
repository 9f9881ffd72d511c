import { expect, it } from "vitest";
import { prisma } from "@/lib/platform/database";
import { changeRole } from "./change-role";
import { hashInvitationToken } from "./invitation-token";
import { inviteMember } from "./invite-member";
import { type Member, makeWorkspace } from "./make-workspace.fixture";
import { findOffer } from "./offer-repository";
import { renewInvitation } from "./renew-invitation";
import { revokeInvitation } from "./revoke-invitation";

const isOffered = async (link: string) =>
  (await findOffer(hashInvitationToken(link.slice(link.lastIndexOf("/") + 1)))) !== undefined;

it("a new link ends the one before at once, begins its days anew, and is an event (A6, L1)", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const first = await inviteMember(owner, { email: "lost@example.com", role: "member" });
  await (await prisma()).invitation.update({
    where: { id: first.invitation.id },
    data: { expiresAt: new Date(Date.now() + 60_000) },
  });
  const second = await renewInvitation(owner, { invitationId: first.invitation.id });
  expect([await isOffered(first.link), await isOffered(second.link)]).toEqual([false, true]);
  expect(second.invitation).toMatchObject({ id: first.invitation.id, role: "member" });
  expect(Date.parse(second.invitation.expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
  const last = await (await prisma()).auditEvent.findFirst({
    where: { workspaceId: owner.workspaceId },
    orderBy: { seq: "desc" },
  });
  expect(last).toMatchObject({ action: "member.invitation-renewed", subjectName: "lost@example.com" });
});

it("one that was revoked, has ended or is of another workspace gets none", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const [stranger] = (await makeWorkspace("owner")) as [Member];
  const { invitation } = await inviteMember(owner, { email: "gone@example.com", role: "member" });
  const input = { invitationId: invitation.id };
  await expect(renewInvitation(stranger, input)).rejects.toMatchObject({ dto: { code: "NOT_FOUND" } });
  await revokeInvitation(owner, input);
  await expect(renewInvitation(owner, input)).rejects.toMatchObject({ dto: { code: "NOT_FOUND" } });
});

it("A6: the link is of who made it last, and ends with their rights; an admin makes none for an owner", async () => {
  const [owner, admin] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  const first = await inviteMember(owner, { email: "passed@example.com", role: "member" });
  const { link } = await renewInvitation(admin, { invitationId: first.invitation.id });
  await changeRole(owner, { userId: admin.userId, role: "member", seen: "admin" });
  expect(await isOffered(link)).toBe(false);
  const [second, other] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  const ofOwner = await inviteMember(second, { email: "owner@example.com", role: "owner" });
  await expect(renewInvitation(other, { invitationId: ofOwner.invitation.id })).rejects.toMatchObject({
    dto: { code: "FORBIDDEN" },
  });
});
