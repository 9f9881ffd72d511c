import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type PostgresSandbox, startPostgresSandbox } from "@/e2e/sandbox/start-postgres-sandbox";
import { makeTestCertificates } from "@/e2e/sandbox/test-certificates";
import type { CredentialValues } from "@/lib/connectors/connector";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { verifyCredentialValues } from "@/lib/credentials/checks/verify-credential-values";
import { getCredential } from "@/lib/credentials/get-credential";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { getType, listTypes } from "@/lib/credentials/list/list-types";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { forget } from "@/lib/platform/process-state.mjs";
import { randomId } from "@/lib/platform/random-id";
import { getConnector, listConnectors } from "@/lib/reading/list-connectors";
import { createCredential } from "./create-credential";
import { openCredentialValues } from "./credential-values-repository";
import { replaceCredentialValues } from "./replace-credential-values";
import { rollbackCredential } from "./rollback-credential";

const folder = mkdtempSync(path.join(tmpdir(), "latchkey-authority-"));
let sandbox: PostgresSandbox;
beforeAll(async () => {
  const { authority, good } = await makeTestCertificates();
  writeFileSync(path.join(folder, "authority.pem"), authority);
  sandbox = await startPostgresSandbox(good);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

/** What the operator says, from now on. */
function allow(hosts: string): void {
  vi.stubEnv("DATABASE_HOSTS", hosts);
  vi.stubEnv("DATABASE_CA_FILE", path.join(folder, "authority.pem"));
  vi.stubEnv("CHECKS_PER_MINUTE_OF_MEMBER", "1000");
  vi.stubEnv("POSTGRESQL_PER_SECOND", "1000");
  forget("environment");
}
beforeEach(async () => {
  Object.assign(sandbox, { fault: undefined, before: "", behind: "" });
  allow(`127.0.0.1:${sandbox.port}`);
  await (await prisma()).providerHost.deleteMany();
  await (await prisma()).providerCircuit.deleteMany();
});

const owner = async () => (await makeWorkspace("owner"))[0] as Member;
const values = (more: CredentialValues = {}): CredentialValues => ({
  host: "127.0.0.1",
  port: String(sandbox.port),
  ...sandbox.login,
  ...more,
});
const form = (more: object = {}) => ({
  ...{ connectorId: "postgresql", formId: randomId(), name: "Warehouse", description: "", values: values() },
  ...more,
});
async function saved(actor: Member): Promise<string> {
  const result = await createCredential(actor, form());
  if (!result.saved) throw new Error("It should be saved.");
  return result.credential.id;
}
const revisionOf = async (actor: Member, id: string) => (await getCredential(actor, id)).revision;

it("I12: without a host that is allowed there are no databases, and the refusal says why", async () => {
  const actor = await owner();
  allow("");
  expect((await listTypes(actor)).map(({ id }) => id)).not.toContain("postgresql");
  expect((await listConnectors(actor)).map(({ id }) => id)).not.toContain("postgresql");
  const words = /its operator allows no host of one/;
  await expect(getType(actor, { connectorId: "postgresql" })).rejects.toThrow(words);
  await expect(verifyCredentialValues(actor, form())).rejects.toThrow(words);
  await expect(createCredential(actor, form({ saveUnverified: true }))).rejects.toThrow(words);
  expect(sandbox.before).toBe("");
  // What is stored from before has its fields all the same.
  expect((await getConnector(actor, "postgresql")).authentication.fields).toHaveLength(5);
});

it("I12: a host that is not allowed is refused beside its field, stored or not, and is not connected to", async () => {
  const actor = await owner();
  for (const host of ["db.example.com", "localhost", "127.0.0.2"]) {
    const refused = { dto: { fields: { "values.host": expect.stringContaining("may not connect") } } };
    const input = form({ values: values({ host }), saveUnverified: true });
    await expect(verifyCredentialValues(actor, input)).rejects.toMatchObject(refused);
    await expect(createCredential(actor, input)).rejects.toMatchObject(refused);
  }
  const id = await saved(actor);
  const replaced = { credentialId: id, revision: await revisionOf(actor, id), values: values({ port: "5432" }) };
  sandbox.before = "";
  await expect(replaceCredentialValues(actor, replaced)).rejects.toThrow("Check the marked fields.");
  // The operator changed their mind: nothing is asked any more, and nothing is learnt of the values.
  allow("db.example.com");
  const { outcome, status, fields } = await verifyCredential(actor, id);
  expect([outcome, status, fields]).toEqual(["host-not-allowed", "UNVERIFIED", ["host"]]);
  expect((await getCredential(actor, id)).status).toBe("VERIFIED");
  expect(sandbox.before).toBe("");
});

it("S3, I12: is kept, verified, replaced and rolled back as any other, with only its password sealed", async () => {
  const actor = await owner();
  const id = await saved(actor);
  const { connectorId, status, plainValues } = await getCredential(actor, id);
  const { password, ...plain } = values();
  expect({ connectorId, status, plainValues }).toEqual({
    connectorId: "postgresql",
    status: "VERIFIED",
    plainValues: plain,
  });
  expect((await openCredentialValues(actor.workspaceId, id))?.values).toEqual(values());
  expect((await listCredentials(actor, { q: "127.0.0.1" })).credentials.map((one) => one.id)).toContain(id);
  expect((await verifyCredential(actor, id)).outcome).toBe("accepted");

  sandbox.login.password = "canary-of-the-second";
  expect((await verifyCredential(actor, id)).outcome).toBe("refused");
  const wrong = {
    credentialId: id,
    revision: await revisionOf(actor, id),
    values: values({ password: password ?? "" }),
  };
  expect(await replaceCredentialValues(actor, wrong)).toMatchObject({ saved: false });
  const right = { ...wrong, revision: await revisionOf(actor, id), values: values() };
  expect(await replaceCredentialValues(actor, right)).toMatchObject({ saved: true });
  sandbox.login.password = password ?? "";
  const back = { credentialId: id, revision: await revisionOf(actor, id), number: 1 };
  expect(await rollbackCredential(actor, back)).toMatchObject({ saved: true });
  expect((await verifyCredential(actor, id)).outcome).toBe("accepted");
});

it("what has no tables to read yet says so where a data source should be made of it", async () => {
  const actor = await owner();
  const credentialId = await saved(actor);
  const input = { connectorId: "postgresql", credentialId, formId: randomId(), name: "Orders", endpointId: "orders" };
  await expect(createDataSource(actor, { ...input, parameters: {} })).rejects.toMatchObject({
    dto: { fields: { endpointId: expect.stringContaining("There's nothing to read from PostgreSQL yet") } },
  });
});

it("P13: requests are counted and held back by host and port", async () => {
  const actor = await owner();
  await verifyCredentialValues(actor, form());
  const hosts = await (await prisma()).providerHost.findMany();
  expect(hosts.map(({ host }) => host)).toEqual([`127.0.0.1:${sandbox.port}`]);
  sandbox.fault = "cut";
  const { outcome, diagnostic } = await verifyCredentialValues(actor, form());
  expect([outcome, diagnostic.tries]).toEqual(["unexpected-answer", 1]);
});
