import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createBackup } from "@/lib/backup/create-backup";
import { restoreBackup } from "@/lib/backup/restore-backup";
import type { CredentialValues } from "@/lib/connectors/connector";
import { acme } from "@/lib/credentials/acme-home.fixture";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { credentialValues } from "@/lib/credentials/credential-schema";
import { getCredential } from "@/lib/credentials/get-credential";
import { fillSearchTexts } from "@/lib/credentials/list/fill-search-texts";
import { getCredentialTile } from "@/lib/credentials/list/get-credential-tile";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { updateCredential } from "@/lib/credentials/update-credential";
import { operatorJob } from "@/lib/keys/operator-job";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { runCommand } from "@/lib/operator/run-command";
import { prisma } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { randomId } from "@/lib/platform/random-id";
import { createCredential } from "./create-credential";
import { openCredentialValues } from "./credential-values-repository";
import { getPlainValues } from "./get-plain-values";
import { replaceCredentialValues } from "./replace-credential-values";
import { rollbackCredential } from "./rollback-credential";

const TOKEN = "canary-token-5f2d";

// Before the imports, which read the environment once.
const home = await vi.hoisted(async () => {
  const { startAcmeHome } = await import("@/lib/credentials/acme-home.fixture");
  const started = await startAcmeHome("canary-token-5f2d");
  for (const [name, value] of Object.entries(started.env)) vi.stubEnv(name, value);
  return started;
});
vi.mock("@/lib/connectors/registry", async (original) => {
  const real = await original<typeof import("@/lib/connectors/registry")>();
  const { acme } = await import("@/lib/credentials/acme-home.fixture");
  return { ...real, findConnector: (id: string) => (id === acme.id ? acme : real.findConnector(id)) };
});
afterAll(home.close);

const europe = { account: "north", region: "eu", token: TOKEN };
const states = { ...europe, account: "south", region: "us" };
const plainOf = ({ account, region }: typeof europe) => ({ account, region });

const people = async () => (await makeWorkspace("owner", "member")) as [Member, Member];
const save = (actor: Member, name: string, values: CredentialValues, more: object = {}) =>
  createCredential(actor, { connectorId: acme.id, formId: randomId(), name, description: "", values, ...more });
async function saved(actor: Member, values: CredentialValues, name = "First"): Promise<string> {
  const result = await save(actor, name, values);
  if (!result.saved) throw new Error("not saved");
  return result.credential.id;
}
const revisionOf = async (actor: Member, id: string) => (await getCredential(actor, id)).revision;
const replace = async (actor: Member, credentialId: string, values: CredentialValues) =>
  replaceCredentialValues(actor, { credentialId, revision: await revisionOf(actor, credentialId), values });
const found = async (actor: Member, q: string) =>
  (await listCredentials(actor, { q })).credentials.map(({ name }) => name);
const write = async (credentialId: string, plainValues: object) =>
  (await prisma()).credentialVersion.updateMany({ where: { credentialId }, data: { plainValues } });

// The database starts, which takes longer than a test may.
beforeAll(people);

describe("values that are no secret", () => {
  it("Z5: stand beside what is sealed, are sent with it, and everyone in the workspace sees and finds them", async () => {
    const [owner, member] = await people();
    home.clearRequests();
    const id = await saved(owner, europe);
    expect(home.requests).toMatchObject([{ account: "north", region: "eu", status: 200 }]);
    expect((await openCredentialValues(owner.workspaceId, id))?.values).toEqual(europe);
    const { credential } = await getCredentialTile(member, id);
    expect(credential.plainValues).toEqual(plainOf(europe));
    const { credentials } = await listCredentials(member, { q: "nor euro" });
    expect(credentials).toMatchObject([{ id, plainValues: plainOf(europe) }]);
    expect(JSON.stringify([credential, credentials])).not.toContain(TOKEN);
    await expect(getPlainValues(member, acme, id)).rejects.toMatchObject({ dto: { code: "FORBIDDEN" } });
  });

  it("are replaced and rolled back with the secret ones, and the list finds those in use", async () => {
    const [owner] = await people();
    const id = await saved(owner, europe);
    expect(await replace(owner, id, states)).toMatchObject({
      saved: true,
      credential: { plainValues: plainOf(states) },
    });
    expect([await found(owner, "north"), await found(owner, "south states")]).toEqual([[], ["First"]]);
    const details = { credentialId: id, revision: await revisionOf(owner, id), name: "Second", description: "words" };
    await updateCredential(owner, details);
    expect([await found(owner, "first"), await found(owner, "second words south")]).toEqual([[], ["Second"]]);
    const revision = await revisionOf(owner, id);
    const back = await rollbackCredential(owner, { credentialId: id, number: 1, revision });
    expect(back).toMatchObject({ saved: true, credential: { plainValues: plainOf(europe) } });
    expect([await found(owner, "north"), await found(owner, "south")]).toEqual([["Second"], []]);
    expect(await getPlainValues(owner, acme, id)).toEqual(plainOf(europe));
    home.clearRequests();
    expect(await verifyCredential(owner, id, { trigger: "member" })).toMatchObject({ status: "VERIFIED" });
    expect(home.requests).toMatchObject([{ account: "north", region: "eu", status: 200 }]);
  });

  it("are found again where the worker makes the words anew", async () => {
    const [owner] = await people();
    const id = await saved(owner, europe);
    await (await prisma()).credential.update({ where: { id }, data: { searchText: null } });
    expect(await found(owner, "north")).toEqual([]);
    await fillSearchTexts(new AbortController().signal);
    expect(await found(owner, "north")).toEqual(["First"]);
  });

  it("L1: are in the trail by their names only", async () => {
    const [owner] = await people();
    const id = await saved(owner, europe);
    await replace(owner, id, states);
    const events = await (await prisma()).auditEvent.findMany({ where: { subjectId: id }, omit: { seq: true } });
    expect(events.map(({ fields }) => fields)).toContainEqual(["account", "region", "token"]);
    expect(JSON.stringify(events)).not.toMatch(/north|south/);
  });

  it("tell two credentials apart: the same token for another account is no duplicate, for the same one it is", async () => {
    const [owner] = await people();
    const id = await saved(owner, europe);
    await saved(owner, states, "Other account");
    expect(await save(owner, "Again", europe)).toMatchObject({
      duplicate: { kind: "same-values", credential: { id } },
    });
    expect(await save(owner, "Again", { ...europe, region: "us" })).toMatchObject({
      duplicate: { kind: "same-identity", credential: { id } },
    });
  });

  it("S6: cannot be changed behind the app: nothing opens beside others, nothing is asked, no form begins with them", async () => {
    const [owner] = await people();
    const id = await saved(owner, europe);
    home.clearRequests();
    for (const forged of [
      { ...plainOf(europe), account: "evil" },
      { account: "north" },
      {},
      { ...europe, more: "x" },
    ]) {
      await write(id, forged);
      expect(await openCredentialValues(owner.workspaceId, id)).toMatchObject({ values: undefined });
      expect(await getPlainValues(owner, acme, id)).toEqual({});
    }
    expect(await verifyCredential(owner, id, { trigger: "member" })).toMatchObject({ outcome: "unreadable" });
    expect(home.requests).toEqual([]);
    await write(id, [1, { deep: {} }]);
    expect((await getCredential(owner, id)).plainValues).toEqual({});
    // In whichever order the database gives them back.
    await write(id, { region: "eu", account: "north" });
    expect((await openCredentialValues(owner.workspaceId, id))?.values).toEqual(europe);
  });

  it("S9, L6: come through a rotation of keys and a backup", async () => {
    const [owner] = await people();
    const id = await saved(owner, europe);
    for (const words of [
      ["keys", "add"],
      ["keys", "rotate", "--confirm-backup"],
    ]) {
      expect(await runCommand(words, () => undefined)).not.toBe(1);
    }
    expect((await openCredentialValues(owner.workspaceId, id))?.values).toEqual(europe);
    const file = path.join(env().DATA_DIR, "plain-values.backup");
    await createBackup(operatorJob, file);
    expect(gunzipSync(readFileSync(file)).toString()).toContain('"account": "north"');
    await replace(owner, id, states);
    await restoreBackup(operatorJob, file, { replace: true, withoutKeys: false });
    expect((await openCredentialValues(owner.workspaceId, id))?.values).toEqual(europe);
    expect((await getCredential(owner, id)).plainValues).toEqual(plainOf(europe));
  });
});

describe("a plain value", () => {
  const problem = (values: object) => {
    const result = credentialValues(acme).safeParse({ ...europe, ...values });
    return result.success ? result.data : result.error.issues.map(({ message }) => message).join(" ");
  };

  it("loses the blanks around it", () => expect(problem({ account: " north\n" })).toEqual(europe));

  it.each([
    [{ account: "" }, "Enter the Account."],
    [{ account: "a".repeat(21) }, "Account can have at most 20 characters."],
    [{ account: "North" }, "Account can have small letters, digits and hyphens only."],
    [{ account: "north.evil" }, "Account can have small letters, digits and hyphens only."],
    [{ account: "north\nx" }, "Account has a space, a line break or a character"],
    [{ account: undefined }, "Account must be text."],
    [{ region: "" }, "Choose the Region."],
    [{ region: "Europe" }, "Choose the Region."],
    [{ region: ["eu"] }, "Choose the Region."],
  ])("I4: may not be %j", (values, words) => expect(problem(values)).toContain(words));
});
