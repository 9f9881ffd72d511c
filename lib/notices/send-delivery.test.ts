import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { inTransaction, prisma } from "@/lib/platform/database";
import { updateSettings } from "@/lib/settings/update-settings";
import { deliverDueNotices } from "./deliver-notices";
import { listDeliveries } from "./list-deliveries";
import { recordNotice } from "./notice-repository";
import { sendTestNotice } from "./send-test-notice";

// Before the imports, which read the environment once.
const { receiver, mailServer, reset, close } = await vi.hoisted(async () => {
  const { startReceivers } = await import("./start-receivers.fixture");
  const receivers = await startReceivers();
  for (const [name, value] of Object.entries(receivers.env)) vi.stubEnv(name, value);
  return receivers;
});
const { hooks } = receiver;
const { mails } = mailServer;
afterAll(close);
beforeEach(async () => {
  reset();
  await (await prisma()).notice.deleteMany();
});

const record = (workspaceId: string, credentialName = "Sales EU") =>
  inTransaction((tx) =>
    recordNotice(tx, {
      workspaceId,
      kind: "credential.failed",
      credentialId: "credential-1",
      credentialName,
      connectorId: "clari-copilot",
      wasVerified: true,
    }),
  );

describe("e-mail", () => {
  it("goes to owners and admins, each alone, with everything that a person wrote as text (N13)", async () => {
    const [owner, admin] = await makeWorkspace("owner", "admin", "member");
    await record(owner?.workspaceId ?? "", '<img src=x onerror=alert(1)> "EU" &\r\nBcc: eve@example.com');
    expect(await deliverDueNotices(10)).toBe(2);
    expect(mails.flatMap(({ to }) => to).sort()).toEqual([owner?.email, admin?.email].sort());
    const text = (mails[0]?.text ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=");
    expect(text).toContain("&lt;img src=x onerror=alert(1)&gt; &quot;EU&quot; &amp;");
    expect(text.slice(text.indexOf("<!doctype"))).not.toContain("<img");
    expect(text).not.toMatch(/^Bcc:/m);
    expect(text).toContain("https://latchkey.example.com/credentials/credential-1?replace=1");
  });

  it("is given up where the receiver is refused for good, and tried again where the server is busy", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    await record(owner.workspaceId);
    mailServer.refusal.code = 550;
    await deliverDueNotices(10);
    expect(await listDeliveries(owner)).toMatchObject([
      { state: "given-up", result: "The mail server refused this email." },
    ]);
    await record(owner.workspaceId);
    mailServer.refusal.code = 451;
    await deliverDueNotices(10);
    expect((await listDeliveries(owner))[0]).toMatchObject({ state: "waiting", tries: 1 });
  });

  it("is not sent where it is turned off, or to who is no longer an admin", async () => {
    const [owner, admin] = (await makeWorkspace("owner", "admin")) as [Member, Member];
    await record(owner.workspaceId);
    await (await prisma()).member.updateMany({ where: { userId: admin.userId }, data: { role: "member" } });
    await deliverDueNotices(10);
    expect(mails.flatMap(({ to }) => to)).toEqual([owner.email]);
    await record(owner.workspaceId);
    await updateSettings(owner, { revision: 0, emailNotices: false });
    await deliverDueNotices(10);
    await record(owner.workspaceId);
    expect(await deliverDueNotices(10)).toBe(0);
    expect(mails).toHaveLength(1);
  });
});

describe("a test notice", () => {
  it("is tried at once, and says what came of it", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    await updateSettings(owner, { revision: 0, webhookUrl: `${receiver.origin}/hook` });
    receiver.answer.status = 500;
    const results = await sendTestNotice(owner);
    expect(results.map(({ channel, state }) => [channel, state]).sort()).toEqual([
      ["email", "delivered"],
      ["webhook", "waiting"],
    ]);
    expect(JSON.parse(hooks[0]?.body ?? "")).toMatchObject({
      type: "notice.test",
      data: { url: "https://latchkey.example.com/settings" },
    });
    expect(mails[0]?.text).toContain("Subject: Test notice");
  });

  it("is for owners and admins to ask for (Z1)", async () => {
    const [, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
    await expect(sendTestNotice(member)).rejects.toThrow("Your role in this workspace doesn't allow this.");
    expect(mails).toEqual([]);
  });

  it("are few a minute: whoever is told did not ask for them", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    for (let sent = 0; sent < 5; sent += 1) await sendTestNotice(owner);
    await expect(sendTestNotice(owner)).rejects.toThrow("5 test notices were sent in a minute.");
  });
});
