import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { ClariSandbox } from "@/e2e/sandbox/clari-sandbox";
import { startClariSandbox } from "@/e2e/sandbox/start-clari-sandbox";
import { limitsOf } from "@/lib/checks/limits-of";
import { windowOf } from "@/lib/checks/request-budget";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { updateSettings } from "@/lib/settings/update-settings";
import { reverifyDueCredentials } from "./reverify-due-credentials";
import { verifyCredential } from "./verify-credential";

let clari: ClariSandbox;
let owner: Member;
beforeAll(async () => {
  clari = await startClariSandbox();
  vi.stubEnv("CLARI_COPILOT_BASE_URL", clari.url);
  owner = (await makeWorkspace("owner"))[0] as Member;
});
afterAll(() => clari.close());
beforeEach(async () => {
  await (await prisma()).credential.deleteMany();
  clari.clearRequests();
});

/** A stored credential whose check is due. */
async function addDue(name: string): Promise<string> {
  const saved = await createCredential(owner, {
    connectorId: "clari-copilot",
    formId: randomId(),
    name,
    description: "",
    values: clari.pair,
    saveUnverified: true,
    keepBoth: true,
  });
  if (!saved.saved) throw new Error("It should be saved.");
  const { id } = saved.credential;
  await (await prisma()).credential.update({ where: { id }, data: { nextCheckAt: new Date(Date.now() - 1000) } });
  return id;
}
const rowOf = async (id: string) =>
  (await prisma()).credential.findUniqueOrThrow({ where: { id }, include: { checks: true } });

it("checks what is due, once, says how many, and leaves no lease behind", async () => {
  const ids = [await addDue("one"), await addDue("two"), await addDue("three")];
  expect(await reverifyDueCredentials(AbortSignal.timeout(20_000))).toEqual({ checked: 3, moreDue: false });
  for (const id of ids) {
    const { status, checkLease, checks, nextCheckAt } = await rowOf(id);
    expect({ status, checkLease }).toEqual({ status: "VERIFIED", checkLease: null });
    expect(checks.map(({ trigger, outcome, actorId }) => ({ trigger, outcome, actorId }))).toEqual([
      { trigger: "schedule", outcome: "accepted", actorId: "job:reverify" },
    ]);
    expect(nextCheckAt?.getTime()).toBeGreaterThan(Date.now() + 60_000 * 60);
  }
  expect(clari.requests).toHaveLength(3);
  expect(await reverifyDueCredentials(AbortSignal.timeout(20_000))).toEqual({ checked: 0, moreDue: false });
});

it("R5: one that does not open is written down as such and told, and the others are checked", async () => {
  const [broken, fine] = [await addDue("broken"), await addDue("fine")];
  await (await prisma()).credentialVersion.updateMany({ where: { credentialId: broken }, data: { sealed: "{}" } });
  expect(await reverifyDueCredentials(AbortSignal.timeout(20_000))).toEqual({ checked: 2, moreDue: false });
  expect(await rowOf(broken)).toMatchObject({
    ...{ status: "FAILED", outcome: "unreadable", checkLease: null },
    checks: [{ trigger: "schedule", status: "FAILED", outcome: "unreadable" }],
  });
  const told = await (await prisma()).notice.findMany({ where: { credentialId: broken } });
  expect(told.map(({ kind }) => kind)).toEqual(["credential.unreadable"]);
  expect(await rowOf(fine)).toMatchObject({ status: "VERIFIED" });
});

it("R5: one that does not open is found where the provider's budget is used up, and the others wait for it", async () => {
  const [broken, fine] = [await addDue("broken"), await addDue("fine")];
  await (await prisma()).credentialVersion.updateMany({ where: { credentialId: broken }, data: { sealed: "{}" } });
  const week = windowOf(limitsOf(clariCopilot))?.index ?? 0;
  const used = { windowIndex: week, requests: 49_999 };
  const host = new URL(clari.url).host;
  const { providerHost } = await prisma();
  await providerHost.upsert({ where: { host }, create: { host, ...used }, update: used });
  expect(await reverifyDueCredentials(AbortSignal.timeout(20_000))).toEqual({ checked: 1, moreDue: false });
  await providerHost.update({ where: { host }, data: { requests: 0 } });
  expect(await rowOf(broken)).toMatchObject({ status: "FAILED", outcome: "unreadable" });
  const { checks, checkLease, nextCheckAt } = await rowOf(fine);
  expect({ checks, checkLease }).toEqual({ checks: [], checkLease: null });
  expect(nextCheckAt?.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000);
  expect(clari.requests).toEqual([]);
});

it("R3: one that is under way when the server stops is given up: nothing is written, and it is due within a minute", async () => {
  const id = await addDue("under way");
  const stop = new AbortController();
  clari.behave("hang");
  const ended = reverifyDueCredentials(stop.signal);
  await expect.poll(() => clari.requests.length).toBe(1);
  stop.abort();
  await ended;
  clari.behave();
  const { status, checks, outcome, nextCheckAt } = await rowOf(id);
  expect({ status, checks, outcome }).toEqual({ status: "UNVERIFIED", checks: [], outcome: null });
  expect(nextCheckAt?.getTime()).toBeLessThanOrEqual(Date.now() + 60_000);
});

it("follows a changed interval: what would come later comes within it, and with none nothing is checked", async () => {
  const id = await addDue("rescheduled");
  const client = await prisma();
  await client.credential.update({ where: { id }, data: { nextCheckAt: new Date("2100-01-01") } });
  await updateSettings(owner, { revision: 0, checkEveryMinutes: 60 });
  expect(await reverifyDueCredentials(AbortSignal.timeout(20_000))).toEqual({ checked: 0, moreDue: false });
  expect((await rowOf(id)).nextCheckAt?.getTime()).toBeLessThanOrEqual(Date.now() + 60 * 60_000);
  await client.credential.update({ where: { id }, data: { nextCheckAt: new Date(0) } });
  await updateSettings(owner, { revision: 1, checkEveryMinutes: 0 });
  expect(await reverifyDueCredentials(AbortSignal.timeout(20_000))).toEqual({ checked: 0, moreDue: false });
  expect((await rowOf(id)).nextCheckAt).toBeNull();
  await updateSettings(owner, { revision: 2, checkEveryMinutes: 1440 });
  await reverifyDueCredentials(AbortSignal.timeout(20_000));
  expect((await rowOf(id)).nextCheckAt?.getTime()).toBeLessThanOrEqual(Date.now() + 1440 * 60_000);
  await client.workspaceSettings.deleteMany();
});

it("leaves a workspace's people room to check while the schedule does", async () => {
  const id = await addDue("by hand");
  for (const name of ["a", "b", "c", "d", "e", "f"]) await addDue(name);
  clari.behave("slow:1500");
  const scheduled = reverifyDueCredentials(AbortSignal.timeout(20_000));
  await expect.poll(() => clari.requests.length).toBe(2);
  const byHand = await verifyCredential(owner, id);
  expect(byHand.outcome).toBe("accepted");
  clari.behave();
  await scheduled;
});
