import { expect, it } from "vitest";
import { listNotices } from "@/lib/credentials/list-notices";
import { findLiveStates } from "@/lib/live/live-repository";
import { countUnreadNotices } from "@/lib/notices/count-unread-notices";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { dismissAccessRequest, listAccessRequests, requestAccess, withdrawAccessRequest } from "./access-requests";
import { changeRole } from "./change-role";
import { leaveWorkspace } from "./leave-workspace";
import { type Member, makeWorkspace } from "./make-workspace.fixture";

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: { dto?: { code: string } }) => error.dto?.code,
  );
const actionsOf = async ({ workspaceId }: Member) =>
  (
    await (
      await prisma()
    ).auditEvent.findMany({
      where: { workspaceId, action: { startsWith: "member.access" } },
      orderBy: { seq: "asc" },
    })
  ).map(({ action, result }) => [action, result]);
const headlines = async (actor: Member) =>
  (await listNotices(actor)).notices.map(({ personName, headline }) => `${personName} ${headline}`);

it("a request tells the owners and admins, and nobody else, with the note on Members alone", async () => {
  const [owner, member, viewer] = (await makeWorkspace("owner", "member", "viewer")) as [Member, Member, Member];
  const made = await requestAccess(viewer, { wants: "audit", note: " For the\u00A0review. " });
  expect(made).toMatchObject({ wants: "audit", role: "admin", personName: "viewer" });
  expect(await headlines(owner)).toEqual(["viewer requested access to the audit trail"]);
  expect((await listNotices(owner)).notices[0]?.link).toEqual({ href: "/members#access", label: "Answer the request" });
  expect(JSON.stringify(await listNotices(owner))).not.toContain("review");
  expect(await headlines(member)).toEqual([]);
  expect([await countUnreadNotices(owner), await countUnreadNotices(member)]).toEqual([1, 0]);
  const session = async ({ userId, workspaceId }: Member) => {
    const data = { id: randomId(), token: randomId(), expiresAt: new Date(Date.now() + 60_000), userId };
    await (await prisma()).session.create({ data: { ...data, activeWorkspaceId: workspaceId } });
    return (await findLiveStates([data.id]))[0]?.unread;
  };
  expect([await session(owner), await session(member)]).toEqual([1, 0]);
  expect(await listAccessRequests(owner)).toHaveLength(1);
  expect(() => listAccessRequests(member)).toThrow("Your role in this workspace");
});

it("the same thing tells them once a day: one that waits stays, and one that was withdrawn is refused", async () => {
  const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
  const first = await requestAccess(member, { wants: "settings" });
  expect((await requestAccess(member, { wants: "settings" })).id).toBe(first.id);
  expect(await headlines(owner)).toHaveLength(1);
  await withdrawAccessRequest(member, { requestId: first.id });
  expect(await headlines(owner)).toEqual([]);
  expect(await codeOf(requestAccess(member, { wants: "settings" }))).toBe("TOO_MANY_REQUESTS");
  // Another thing is another request.
  await requestAccess(member, { wants: "role-admin" });
  expect(await actionsOf(owner)).toEqual([
    ["member.access-requested", "settings"],
    ["member.access-withdrawn", "settings"],
    ["member.access-requested", "role-admin"],
  ]);
});

it("a request is dismissed, or ends with the role that has what it asks for", async () => {
  const [owner, viewer] = (await makeWorkspace("owner", "viewer")) as [Member, Member];
  for (const wants of ["audit", "data-sources", "settings"]) await requestAccess(viewer, { wants });
  const ofSettings = (await listAccessRequests(owner)).find(({ wants }) => wants === "settings");
  await dismissAccessRequest(owner, { requestId: ofSettings?.id });
  await changeRole(owner, { userId: viewer.userId, role: "member", seen: "viewer" });
  expect((await listAccessRequests(owner)).map(({ wants }) => wants)).toEqual(["audit"]);
  expect((await actionsOf(owner)).slice(3)).toEqual([
    ["member.access-dismissed", "settings"],
    ["member.access-granted", "data-sources"],
  ]);
  expect(await headlines(owner)).toEqual(["viewer requested access to the audit trail"]);
  await leaveWorkspace({ ...viewer, role: "member" }, {});
  expect([await listAccessRequests(owner), await headlines(owner)]).toEqual([[], []]);
});

it("nobody asks for what they have, takes back another's, or answers from elsewhere", async () => {
  const [owner, member, viewer] = (await makeWorkspace("owner", "member", "viewer")) as [Member, Member, Member];
  const [stranger] = (await makeWorkspace("owner")) as [Member];
  expect(await codeOf(requestAccess(member, { wants: "data-sources" }))).toBe("INVALID_INPUT");
  expect(await codeOf(requestAccess(owner, { wants: "audit" }))).toBe("FORBIDDEN");
  const { id: requestId } = await requestAccess(viewer, { wants: "audit" });
  expect(await codeOf(withdrawAccessRequest(member, { requestId }))).toBe("NOT_FOUND");
  expect(await codeOf(dismissAccessRequest(stranger, { requestId }))).toBe("NOT_FOUND");
  expect(await codeOf(dismissAccessRequest(member, { requestId }))).toBe("FORBIDDEN");
  expect(await codeOf(requestAccess(member, { wants: "audit", note: "x".repeat(281) }))).toBe("INVALID_INPUT");
  expect(await listAccessRequests(owner)).toHaveLength(1);
});

it("whoever was removed or given the role meanwhile is told so", async () => {
  const [, gone, promoted] = (await makeWorkspace("owner", "viewer", "viewer")) as [Member, Member, Member];
  const client = await prisma();
  await client.member.deleteMany({ where: { userId: gone.userId } });
  await client.member.updateMany({ where: { userId: promoted.userId }, data: { role: "owner" } });
  expect(await codeOf(requestAccess(gone, { wants: "tokens" }))).toBe("NOT_FOUND");
  expect(await codeOf(requestAccess(promoted, { wants: "tokens" }))).toBe("INVALID_INPUT");
  expect(await actionsOf(gone)).toEqual([]);
});
