import { renameSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { forgetKeyRing, keyRing } from "@/lib/platform/key-ring";
import { startWorker } from "./worker";

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
  // Longer than any duty waits before it looks whether the app is ready.
  await pause(5000);
  expect(await left()).toBe(1);
  renameSync(`${file}.away`, file);
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 15_000, interval: 200 });
}, 40_000);
