import { expect, it } from "vitest";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { runCommand } from "@/lib/operator/run-command";
import { prisma } from "@/lib/platform/database";
import { addKey, define, ownApi } from "@/lib/reading/own-connector.fixture";

ownApi();

const rowOf = async (credentialId: string) =>
  (await prisma()).credentialVersion.findFirst({ where: { credentialId }, select: { keyId: true, sealed: true } });

it("S6: values of an own connector are sealed for where they go under each new key, and open there", async () => {
  const [owner] = await makeWorkspace("owner");
  if (!owner) throw new Error("no workspace");
  const saved = await addKey(owner, (await define(owner)).id);
  if (!saved.saved) throw new Error("not saved");
  const { id } = saved.credential;
  const before = await rowOf(id);
  for (const words of [
    ["keys", "add"],
    ["keys", "rotate", "--confirm-backup"],
  ])
    expect(await runCommand(words, () => undefined)).toBe(0);
  const after = await rowOf(id);
  expect(after?.keyId).not.toBe(before?.keyId);
  expect(after?.sealed).not.toBe(before?.sealed);
  expect(await verifyCredential(owner, id)).toMatchObject({ status: "VERIFIED" });
});
