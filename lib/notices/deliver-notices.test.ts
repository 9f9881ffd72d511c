import { createHmac } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { inTransaction, prisma } from "@/lib/platform/database";
import { showWebhookSecret } from "@/lib/settings/show-webhook-secret";
import { updateSettings } from "@/lib/settings/update-settings";
import { deliverDueNotices } from "./deliver-notices";
import { leaseDeliveries, recordAttempt } from "./delivery-repository";
import { listDeliveries } from "./list-deliveries";
import { recordNotice } from "./notice-repository";

// Before the imports, which read the environment once.
const { receiver, reset, close } = await vi.hoisted(async () => {
  const { startReceivers } = await import("./start-receivers.fixture");
  const receivers = await startReceivers();
  for (const [name, value] of Object.entries(receivers.env)) vi.stubEnv(name, value);
  return receivers;
});
const { hooks } = receiver;
afterAll(close);
beforeEach(async () => {
  reset();
  await (await prisma()).notice.deleteMany();
});

const HOOK = `${receiver.origin}/hook?token=of-the-receiver`;
const failed = (workspaceId: string, credentialName = "Sales EU") =>
  ({
    workspaceId,
    kind: "credential.failed",
    credentialId: "credential-1",
    credentialName,
    connectorId: "clari-copilot",
    wasVerified: true,
  }) as const;

/** A workspace that is told by webhook only. */
async function hooked(): Promise<Member> {
  const [actor] = (await makeWorkspace("owner")) as [Member];
  await updateSettings(actor, { revision: 0, webhookUrl: HOOK, emailNotices: false });
  return actor;
}
const record = (notice: ReturnType<typeof failed>) => inTransaction((tx) => recordNotice(tx, notice));
const deliveries = async () => (await prisma()).delivery.findMany({ orderBy: { target: "asc" } });
const makeDue = async () =>
  (await prisma()).delivery.updateMany({ where: { dueAt: { not: null } }, data: { dueAt: new Date(0) } });
const secondsToNext = async () => ((await deliveries())[0]?.dueAt?.getTime() ?? Number.NaN) / 1000 - Date.now() / 1000;

describe("webhooks", () => {
  it("carry what happened, signed as Standard Webhooks say, and arrive once", async () => {
    const actor = await hooked();
    await record(failed(actor.workspaceId));
    expect(await deliverDueNotices(10)).toBe(1);
    expect(await deliverDueNotices(10)).toBe(0);
    expect(hooks).toHaveLength(1);
    const [{ path, headers, body }] = hooks as [(typeof hooks)[number]];
    const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature } = headers;
    const { secret } = await showWebhookSecret(actor);
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const expected = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
    expect(signature).toBe(`v1,${expected}`);
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(30);
    expect(path).toBe("/hook?token=of-the-receiver");
    expect(JSON.parse(body)).toEqual({
      type: "credential.failed",
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      data: {
        credentialId: "credential-1",
        credentialName: "Sales EU",
        connectorId: "clari-copilot",
        connectorName: "Clari Copilot",
        message: expect.stringMatching(
          /^Clari Copilot stopped accepting this pair on \d+ \w{3} \d{4}, \d\d:\d\d UTC\. A new pair may/,
        ),
        url: "https://latchkey.example.com/credentials/credential-1?replace=1",
      },
    });
    expect(await listDeliveries(actor)).toMatchObject([
      {
        state: "delivered",
        channel: "webhook",
        receiver: new URL(receiver.origin).host,
        result: "Delivered.",
        tries: 1,
      },
    ]);
  });

  it("are part of the change: rolled back with it, nobody is told", async () => {
    const { workspaceId } = await hooked();
    const change = inTransaction(async (tx) => {
      await recordNotice(tx, failed(workspaceId));
      throw new Error("the change failed");
    });
    await expect(change).rejects.toThrow("the change failed");
    expect(await deliverDueNotices(10)).toBe(0);
  });

  it("are sent once by several at the same time", async () => {
    const { workspaceId } = await hooked();
    for (let count = 0; count < 7; count += 1) await record(failed(workspaceId));
    const handled = await Promise.all([1, 2, 3, 4, 5].map(() => deliverDueNotices(3)));
    expect(handled.reduce((sum, count) => sum + count, 0)).toBe(7);
    expect(new Set(hooks.map(({ headers }) => headers["webhook-id"])).size).toBe(7);
    expect(hooks).toHaveLength(7);
  });

  it("are tried again after a status that is no success, each time later, and then given up", async () => {
    const actor = await hooked();
    await record(failed(actor.workspaceId));
    receiver.answer.status = 500;
    for (const seconds of [10, 60, 300, 1800, 7200]) {
      expect(await deliverDueNotices(10)).toBe(1);
      expect(await deliverDueNotices(10)).toBe(0);
      expect(await secondsToNext()).toBeGreaterThan(seconds * 0.8 - 3);
      expect(await secondsToNext()).toBeLessThan(seconds * 1.2 + 1);
      await makeDue();
    }
    expect(await listDeliveries(actor)).toMatchObject([
      { state: "waiting", result: "The address answered with status 500." },
    ]);
    await deliverDueNotices(10);
    await makeDue();
    expect(await deliverDueNotices(10)).toBe(0);
    expect(hooks).toHaveLength(6);
    expect(new Set(hooks.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await listDeliveries(actor)).toMatchObject([{ state: "given-up", tries: 6 }]);
  });

  it("that fail once and then succeed are delivered", async () => {
    const actor = await hooked();
    await record(failed(actor.workspaceId));
    receiver.answer.status = 503;
    await deliverDueNotices(10);
    receiver.answer.status = 204;
    await makeDue();
    await deliverDueNotices(10);
    expect(await listDeliveries(actor)).toMatchObject([{ state: "delivered", tries: 2 }]);
  });

  it("stop at 410, and follow no redirect", async () => {
    const actor = await hooked();
    await record(failed(actor.workspaceId));
    receiver.answer.status = 410;
    await deliverDueNotices(10);
    expect(await listDeliveries(actor)).toMatchObject([{ state: "given-up", tries: 1 }]);
    await record(failed(actor.workspaceId));
    Object.assign(receiver.answer, { status: 307, location: `${receiver.origin}/elsewhere` });
    await deliverDueNotices(10);
    expect(hooks.map(({ path }) => path)).not.toContain("/elsewhere");
    expect(await deliveries()).toContainEqual(expect.objectContaining({ lastResult: "status-307" }));
  });

  it("go nowhere once the address was changed", async () => {
    const actor = await hooked();
    await record(failed(actor.workspaceId));
    await updateSettings(actor, { revision: 1, webhookUrl: "" });
    await deliverDueNotices(10);
    expect(hooks).toEqual([]);
    expect(await deliveries()).toMatchObject([{ lastResult: "address-changed", dueAt: null, deliveredAt: null }]);
  });

  it("SSRF: an address that the operator no longer lists gets nothing", async () => {
    const { workspaceId } = await hooked();
    const webhookUrl = "http://127.0.0.1:9/hook";
    await (await prisma()).workspaceSettings.update({ where: { workspaceId }, data: { webhookUrl } });
    await record(failed(workspaceId));
    await deliverDueNotices(10);
    expect(await deliveries()).toMatchObject([{ lastResult: "not-allowed", dueAt: null }]);
  });

  it("a process that died after taking one leaves it due again; what it writes too late counts for nothing", async () => {
    const actor = await hooked();
    await record(failed(actor.workspaceId));
    const [late] = await leaseDeliveries(1);
    expect(await deliverDueNotices(10)).toBe(0);
    expect(await secondsToNext()).toBeGreaterThan(80);
    await makeDue();
    expect(await deliverDueNotices(10)).toBe(1);
    if (late) await recordAttempt(late, { result: "unreachable", delivered: false, waitMs: 10_000 });
    expect(await deliveries()).toMatchObject([{ lastResult: "delivered", dueAt: null }]);
  });
});
