import { expect, it } from "vitest";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { listMembers } from "./list-members";
import { type Member, makeWorkspace } from "./make-workspace.fixture";

const givePassword = async ({ userId }: Member) =>
  (await prisma()).account.create({
    data: { id: randomId(), userId, accountId: userId, providerId: "credential", password: "a hash" },
  });

it("who may invite sees when people were last here and who has a second factor; nobody else does", async () => {
  const people = await makeWorkspace("owner", "member", "viewer", "viewer");
  const [owner, member, viewer, keyed] = people as [Member, Member, Member, Member];
  const client = await prisma();
  for (const person of [owner, member, keyed]) await givePassword(person);
  const { userId } = viewer;
  await client.account.create({ data: { id: randomId(), userId, accountId: `id ${userId}`, providerId: "oidc" } });
  // As Settings counts them.
  await client.user.update({ where: { id: keyed.userId }, data: { emailVerified: true } });
  const key = { name: "Key", publicKey: "", counter: 0n, transports: [], synced: false, credentialId: randomId() };
  await client.passkey.create({ data: { id: randomId(), userId: keyed.userId, ...key } });
  await client.user.update({ where: { id: owner.userId }, data: { twoFactorEnabled: true } });
  await client.member.updateMany({
    where: { workspaceId: owner.workspaceId, userId: owner.userId },
    data: { lastSeenAt: new Date("2026-11-28T23:30:00Z") },
  });
  const seen = (await listMembers(owner)).map(({ lastSeenOn, secondFactor }) => [lastSeenOn, secondFactor]);
  expect(seen).toEqual([
    ["2026-11-28", "on"],
    [null, "off"],
    [null, "elsewhere"],
    [null, "on"],
  ]);
  for (const one of await listMembers(viewer)) {
    expect(one).not.toHaveProperty("lastSeenOn");
    expect(one).not.toHaveProperty("secondFactor");
  }
});
