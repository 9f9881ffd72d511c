import { renameSync } from "node:fs";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { assertReady } from "@/lib/platform/check-ready";
import { prisma } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { forgetKeyRing, keyRing } from "@/lib/platform/key-ring";
import { dutyNames } from "./duties";
import { startWorker } from "./worker";

vi.mock("@/lib/platform/check-ready", async (original) => {
  const real = await original<typeof import("@/lib/platform/check-ready")>();
  return { ...real, assertReady: vi.fn(real.assertReady) };
});

it("L4: destroys nothing while the keys are away, and goes on by itself once they are back", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const values = { apiKey: "canary-key-91d4", apiPassword: "canary-password-0be6" };
  const input = { connectorId: "clari-copilot", formId: "form-of-the-worker-0123456789", name: "Old", description: "" };
  const made = await createCredential(owner, { ...input, values, saveUnverified: true, keepBoth: true });
  if (!made.saved) throw new Error("it was not saved");
  const client = await prisma();
  const { id } = made.credential;
  await client.credential.update({ where: { id }, data: { deletedAt: new Date(0) }, select: { id: true } });
  const left = () => client.credential.count({ where: { id } });

  const file = path.join(env().DATA_DIR, "keys", "sealing.key");
  renameSync(file, `${file}.away`);
  forgetKeyRing();
  await expect(keyRing()).rejects.toThrow("is missing");
  startWorker();
  const looks = 2 * dutyNames.length;
  await vi.waitFor(() => expect(vi.mocked(assertReady).mock.calls.length).toBeGreaterThanOrEqual(looks), {
    timeout: 15_000,
  });
  expect(await left()).toBe(1);
  renameSync(`${file}.away`, file);
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 15_000, interval: 200 });
}, 40_000);
