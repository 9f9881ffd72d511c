import { expect, it, vi } from "vitest";
import { prisma } from "@/lib/platform/database";
import { inviteMember } from "./invite-member";
import { makeWorkspace } from "./make-workspace.fixture";

const sent = vi.hoisted((): { to: string; subject: string; text: string }[] => []);
vi.mock("@/lib/platform/send-mail", () => ({
  isMailConfigured: () => true,
  sendMail: async (mail: { to: string; subject: string; text: string }) => {
    sent.push(mail);
    return { kind: "sent" };
  },
}));

async function inviter() {
  const [actor] = await makeWorkspace("owner");
  if (!actor) throw new Error("no actor");
  return (email: string, sendMail = true) => inviteMember(actor, { email, role: "viewer", sendMail });
}

const tooMany = { dto: { code: "TOO_MANY_REQUESTS", retryAfterSeconds: expect.any(Number) } };

it("a workspace mails twenty invitations an hour; one more makes none, and a link without a mail goes on", async () => {
  const invite = await inviter();
  const before = sent.length;
  for (let index = 0; index < 20; index += 1) await invite(`person-${index}@example.com`);
  await expect(invite("one-more@example.com")).rejects.toMatchObject(tooMany);
  expect(sent.length - before).toBe(20);
  expect(await (await prisma()).invitation.count({ where: { email: "one-more@example.com" } })).toBe(0);
  expect((await invite("one-more@example.com", false)).mail).toBe("none");
  expect((await (await inviter())("one-more@example.com")).mail, "another workspace").toBe("sent");
});

it("an address is mailed five invitations a day, from all workspaces and sent again or not", async () => {
  const [one, other] = [await inviter(), await inviter()];
  for (let index = 0; index < 5; index += 1) await (index % 2 ? one : other)("often@example.com");
  await expect(one("often@example.com")).rejects.toMatchObject(tooMany);
  await expect(other("often@example.com")).rejects.toMatchObject(tooMany);
  expect((await one("seldom@example.com")).mail).toBe("sent");
});

it("the subject of an invitation has nobody's own words in it", async () => {
  await (await inviter())("subject@example.com");
  expect(sent.at(-1)?.subject).toBe("You're invited to Latchkey");
  expect(sent.at(-1)?.text).toContain("Data team");
});
