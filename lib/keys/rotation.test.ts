import { lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createBackup } from "@/lib/backup/create-backup";
import { restoreBackup } from "@/lib/backup/restore-backup";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { openCredentialValues } from "@/lib/credentials/values/credential-values-repository";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { runCommand } from "@/lib/operator/run-command";
import { prisma } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { forgetKeyRing, keyRing } from "@/lib/platform/key-ring";
import { open, seal } from "@/lib/platform/sealing";
import { operatorJob } from "./operator-job";
import { runRotation } from "./run-rotation";
import { startRotation } from "./start-rotation";

vi.mock("@/lib/platform/sealing", async (original) => {
  const real = await original<typeof import("@/lib/platform/sealing")>();
  return { ...real, open: vi.fn(real.open) };
});
const opening = vi.mocked(open);

const values = { apiKey: "canary-key-5f2d", apiPassword: "canary-password-88a1" };
const ringFile = path.join(env().DATA_DIR, "keys", "sealing.key");
const backupFile = path.join(env().DATA_DIR, "backup");
let owner: Member;
let member: Member;
const ids: string[] = [];

const command = async (...words: string[]) => {
  const said: string[] = [];
  return { code: await runCommand(words, (line) => said.push(line)), said: said.join("\n") };
};
const countByKey = async () => (await prisma()).credentialVersion.groupBy({ by: ["keyId"], _count: true });
const save = async (name: string) => {
  const formId = `form-of-${name}-0123456789`;
  const input = {
    connectorId: "clari-copilot",
    formId,
    name,
    description: "",
    values,
    saveUnverified: true,
    keepBoth: true,
  };
  const made = await createCredential(owner, input);
  if (!made.saved) throw new Error("it was not saved");
  const { credential } = made;
  ids.push(credential.id);
  return credential.id;
};
const expectAllOpen = async () => {
  for (const id of ids) expect((await openCredentialValues(owner.workspaceId, id))?.values).toEqual(values);
};

beforeAll(async () => {
  [owner, member] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  for (let number = 0; number < 250; number += 1) await save(`Credential-${number}`);
});

describe("rotation", () => {
  it("Z1: only owners and the operator rotate", async () => {
    await expect(startRotation(member)).rejects.toMatchObject({ dto: { code: "FORBIDDEN" } });
  });

  it("S9: refuses a key that nobody backed up; then leaves nothing under the old one, with saves going on", async () => {
    const old = (await keyRing()).active.id;
    expect((await command("keys", "rotate")).said).toContain("There's no new key to rotate to.");
    const added = await command("keys", "add");
    expect(added.code).toBe(0);
    expect((await keyRing()).active.id).toBe(old);
    expect((await command("keys", "rotate")).said).toContain("Back up key");
    const [rotated] = await Promise.all([
      command("keys", "rotate", "--confirm-backup"),
      ...Array.from({ length: 10 }, (_, number) => save(`Meanwhile-${number}`)),
    ]);
    expect(rotated).toMatchObject({ code: 0, said: expect.stringContaining("rows/s") });
    const active = (await keyRing()).active.id;
    expect(active).not.toBe(old);
    expect(await countByKey()).toEqual([{ keyId: active, _count: 260 }]);
    await expectAllOpen();
    // Again: nothing to do, and nothing done.
    expect(await command("keys", "rotate")).toMatchObject({ code: 0, said: expect.stringContaining("0 of 0") });

    expect((await command("keys", "retire", active)).said).toContain("Rotate to another one first");
    expect((await command("keys", "retire", old)).code).toBe(0);
    expect((await keyRing()).byId.has(old)).toBe(false);
    // The database itself refuses what an instance with the old ring would still save.
    const row = { credentialId: ids[0] as string, number: 99, sealed: "{}", keyId: old, createdById: owner.userId };
    await expect((await prisma()).credentialVersion.create({ data: row })).rejects.toThrow();
  });

  it("S8, R2: stopped in the middle it goes on where it was, and every version has a data key of its own", async () => {
    await command("keys", "add");
    const before = await (await prisma()).credentialVersion.findMany({ omit: { sealed: false } });
    const { keys } = await import("./get-keys").then(({ getKeys }) => getKeys(operatorJob));
    await command("keys", "confirm-backup", keys.find(({ state }) => state === "standby")?.id ?? "");
    await startRotation(operatorJob);
    const stop = new AbortController();
    await runRotation(stop.signal, () => stop.abort());
    const half = await countByKey();
    expect(half).toHaveLength(2);
    await expectAllOpen();
    // Two at the same moment, as two instances would.
    await Promise.all([1, 2].map(() => runRotation(new AbortController().signal)));
    await runRotation(new AbortController().signal);
    expect(await countByKey()).toHaveLength(1);
    const after = await (await prisma()).credentialVersion.findMany({ omit: { sealed: false } });
    const parts = [...before, ...after].map(({ sealed }) => JSON.parse(sealed ?? ""));
    for (const part of ["iv", "encrypted_key"]) expect(new Set(parts.map((one) => one[part])).size).toBe(parts.length);
    await expectAllOpen();
  });

  it("R2: a save that comes between reading and writing wins", async () => {
    const id = ids[0] as string;
    const ring = await keyRing();
    const context = { workspaceId: owner.workspaceId, credentialId: id, version: 1, connectorId: "clari-copilot" };
    await command("keys", "add");
    const newer = { apiKey: "newer", apiPassword: "newer" };
    const sealed = await seal(ring, context, JSON.stringify(newer));
    const reallyOpen = opening.getMockImplementation() as typeof open;
    let saves = 0;
    opening.mockImplementation(async (...asked) => {
      if (asked[1].credentialId === id && saves === 0) {
        saves += 1;
        await (await prisma()).credentialVersion.updateMany({ where: { credentialId: id, number: 1 }, data: sealed });
      }
      return reallyOpen(...asked);
    });
    const rotation = await command("keys", "rotate", "--confirm-backup");
    opening.mockImplementation(reallyOpen);
    expect(rotation.code).toBe(0);
    expect(saves).toBe(1);
    expect((await openCredentialValues(owner.workspaceId, id))?.values).toEqual(newer);
    expect(await countByKey()).toHaveLength(1);
    ids.shift();
  });
});

describe("backup and restore", () => {
  it("S5, L6, R19: holds no key and no value, and brings everything back", async () => {
    const [, saved] = await Promise.all([createBackup(operatorJob, backupFile), save("While-backing-up")]);
    const text = gunzipSync(readFileSync(backupFile)).toString("utf8");
    const secrets = [...(await keyRing()).byId.values()].map(({ secret }) => Buffer.from(secret));
    for (const secret of [...secrets, ...Object.values(values).map((value) => Buffer.from(value))]) {
      for (const form of ["base64url", "base64", "hex"] as const) expect(text).not.toContain(secret.toString(form));
    }
    const count = await (await prisma()).credentialVersion.count();
    expect((await command("restore", backupFile)).said).toContain("This database is not empty");
    expect(await (await prisma()).credentialVersion.count()).toBe(count);
    const kept = ids.filter((id) => id !== saved);
    expect(await command("restore", backupFile, "--replace")).toMatchObject({
      code: 0,
      said: expect.stringContaining("belong together"),
    });
    const there = new Set((await (await prisma()).credential.findMany({ select: { id: true } })).map(({ id }) => id));
    expect(kept.every((id) => there.has(id))).toBe(true);
    ids.splice(0, ids.length, ...ids.filter((id) => there.has(id)));
    await expectAllOpen();
  });

  it("R4: another ring than the backup's is named at once, and nothing is touched", async () => {
    const file = `${backupFile}.of-this-ring`;
    await createBackup(operatorJob, file);
    const ring = readFileSync(ringFile, "utf8");
    const active = (await keyRing()).active.id;
    const audit = await (await prisma()).auditEvent.count();
    writeFileSync(ringFile, "wWcJ2oyvuB3lMZwBbqLGhOSh2OYR7n2jM0Y9E1p5ZcQ\n");
    const refused = await command("restore", file, "--replace");
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(`key ${active} is missing`) });
    writeFileSync(ringFile, ring);
    forgetKeyRing();
    expect(await (await prisma()).auditEvent.count()).toBe(audit);
  });

  it("S5: is written into a file of its own, never through a link that someone put in its place", async () => {
    const file = path.join(env().DATA_DIR, "shared.backup");
    const victim = path.join(env().DATA_DIR, "victim");
    writeFileSync(victim, "untouched");
    for (const planted of [file, `${file}.unfinished`, `${file}.${process.pid}.unfinished`])
      symlinkSync(victim, planted);
    await createBackup(operatorJob, file);
    expect(readFileSync(victim, "utf8")).toBe("untouched");
    expect(lstatSync(file).isFile()).toBe(true);
    expect(lstatSync(file).mode & 0o777).toBe(0o600);
    expect(gunzipSync(readFileSync(file)).toString("utf8")).toContain('"sha256"');
  });

  it("L6: a changed or shortened backup is refused, and nothing is touched", async () => {
    const count = await (await prisma()).credentialVersion.count();
    await createBackup(operatorJob, `${backupFile}.whole`);
    const whole = readFileSync(`${backupFile}.whole`);
    writeFileSync(`${backupFile}.short`, whole.subarray(0, whole.length - 400));
    expect((await restoreFails("short")).message).toContain("damaged");
    const { gzipSync } = await import("node:zlib");
    writeFileSync(
      `${backupFile}.changed`,
      gzipSync(gunzipSync(whole).toString("utf8").replace("Credential-7", "Credential-8")),
    );
    expect((await restoreFails("changed")).message).toContain("damaged");
    expect(await (await prisma()).credentialVersion.count()).toBe(count);
    await expectAllOpen();
  });
});

const restoreFails = (kind: string): Promise<Error> =>
  restoreBackup(operatorJob, `${backupFile}.${kind}`, { replace: true, withoutKeys: false }).then(
    () => new Error("it was restored"),
    (error: Error) => error,
  );

describe("rows that do not open", () => {
  it("R5: are listed with exit code 2 and harm no other; their key cannot be retired", async () => {
    const [broken, fine] = ids as [string, string];
    const isDue = async (id: string) => {
      const where = { id, nextCheckAt: { lte: new Date() } };
      return (await (await prisma()).credential.count({ where })) > 0;
    };
    const old = (await keyRing()).active.id;
    await (await prisma()).credentialVersion.updateMany({ where: { credentialId: broken }, data: { sealed: "{" } });
    await command("keys", "add");
    const { code, said } = await command("keys", "rotate", "--confirm-backup");
    expect(code).toBe(2);
    expect(said).toContain(`does not open: ${broken} version 1`);
    // The next check, which comes at once, says it on its tile and to the workspace.
    expect([await isDue(broken), await isDue(fine)]).toEqual([true, false]);
    expect(await countByKey()).toContainEqual({ keyId: old, _count: 1 });
    expect(await countByKey()).toHaveLength(2);
    expect((await command("keys", "retire", old)).said).toContain("1 stored value needs this key");
    expect((await command("keys", "rotate")).code).toBe(2);
    ids.shift();
    await expectAllOpen();
  });
});
