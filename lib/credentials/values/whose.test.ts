import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { TokenHolder } from "@/lib/auth/actor";
import { acmeThatTells } from "@/lib/credentials/acme-home.fixture";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { verifyCredentialValues } from "@/lib/credentials/checks/verify-credential-values";
import { getCredential } from "@/lib/credentials/get-credential";
import { exportCredentials } from "@/lib/credentials/list/export-credentials";
import { getCredentialTile } from "@/lib/credentials/list/get-credential-tile";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { listCredentialsTool } from "@/lib/mcp/tools/list-credentials";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { randomId } from "@/lib/platform/random-id";
import { createCredential } from "./create-credential";
import { DAY } from "./credential-life.fixture";
import { replaceCredentialValues } from "./replace-credential-values";
import { rollbackCredential } from "./rollback-credential";
import { destroyOldVersions } from "./version-repository";

// Before the imports, which read the environment once.
const home = await vi.hoisted(async () => {
  const { startAcmeHome } = await import("@/lib/credentials/acme-home.fixture");
  const started = await startAcmeHome("canary-token-7a1c");
  for (const [name, value] of Object.entries(started.env)) vi.stubEnv(name, value);
  return started;
});
vi.mock("@/lib/connectors/registry", async (original) => {
  const real = await original<typeof import("@/lib/connectors/registry")>();
  const { acmeThatTells } = await import("@/lib/credentials/acme-home.fixture");
  return { ...real, findConnector: (id: string) => (id === acmeThatTells.id ? acmeThatTells : real.findConnector(id)) };
});
afterAll(home.close);

const valuesOf = (account: string) => ({ account, region: "eu", token: "canary-token-7a1c" });
const people = async () => (await makeWorkspace("owner", "viewer")) as [Member, Member];
beforeAll(people);

const whoseOf = (account: string) => ({ of: "tenant", text: `Acme of ${account}` });
async function save(actor: Member, account: string, more: object = {}): Promise<string> {
  const form = { connectorId: acmeThatTells.id, formId: randomId(), name: `Of ${account}`, description: "" };
  const result = await createCredential(actor, { ...form, values: valuesOf(account), ...more });
  if (!result.saved) throw new Error("not saved");
  return result.credential.id;
}
const seen = async (actor: Member, credentialId: string) => ({
  credentialId,
  revision: (await getCredential(actor, credentialId)).revision,
});
const rowsOf = async (credentialId: string) =>
  (await prisma()).credentialVersion.findMany({
    where: { credentialId },
    select: { number: true, whoseOf: true, whoseText: true },
    orderBy: { number: "asc" },
  });

describe("whose values they are", () => {
  it("is kept with the values that were accepted, by a check of the save or by its receipt, and shown to everyone", async () => {
    const [owner, viewer] = await people();
    const id = await save(owner, "north");
    expect((await getCredential(owner, id)).whose).toEqual(whoseOf("north"));
    expect((await getCredentialTile(viewer, id)).credential.whose).toEqual(whoseOf("north"));
    expect((await listCredentials(viewer, {})).credentials).toMatchObject([{ whose: whoseOf("north") }]);
    let csv = "";
    for await (const chunk of (await exportCredentials(viewer, {})).chunks) csv += chunk;
    expect(csv).toContain('"Acme of north"');

    const checked = await verifyCredentialValues(owner, { connectorId: "acme", values: valuesOf("south") });
    expect(checked.whose).toEqual(whoseOf("south"));
    home.clearRequests();
    const other = await save(owner, "south", { receipt: checked.receipt });
    expect(home.requests).toEqual([]);
    expect((await getCredential(owner, other)).whose).toEqual(whoseOf("south"));
  });

  it("S1: a provider that names an account by its key names nobody: the key is neither kept nor shown", async () => {
    const [owner] = await people();
    const checked = await verifyCredentialValues(owner, { connectorId: "acme", values: valuesOf("echo") });
    expect([checked.status, checked.whose]).toEqual(["VERIFIED", undefined]);
    expect(JSON.stringify(checked)).not.toContain("kkk");
    const id = await save(owner, "echo");
    expect(await getCredential(owner, id)).not.toHaveProperty("whose");
    expect(await rowsOf(id)).toMatchObject([{ whoseText: null }]);
  });

  it("goes with its version: what nobody asked about is nobody's, and a replaced one's is the new one's", async () => {
    const [owner] = await people();
    const id = await save(owner, "north", { saveUnverified: true });
    expect(await getCredential(owner, id)).not.toHaveProperty("whose");
    await verifyCredential(owner, id);
    expect((await getCredential(owner, id)).whose).toEqual(whoseOf("north"));
    await replaceCredentialValues(owner, { ...(await seen(owner, id)), values: valuesOf("south") });
    expect((await getCredential(owner, id)).whose).toEqual(whoseOf("south"));
    expect(await rowsOf(id)).toMatchObject([{ whoseText: "Acme of north" }, { whoseText: "Acme of south" }]);
    await rollbackCredential(owner, { ...(await seen(owner, id)), number: 1 });
    expect((await getCredential(owner, id)).whose).toEqual(whoseOf("north"));
  });

  it("is erased with the values", async () => {
    const [owner] = await people();
    const id = await save(owner, "north");
    await replaceCredentialValues(owner, { ...(await seen(owner, id)), values: valuesOf("south") });
    await destroyOldVersions("job:retention", Date.now() + 31 * DAY);
    expect(await rowsOf(id)).toEqual([
      { number: 1, whoseOf: null, whoseText: null },
      { number: 2, ...{ whoseOf: "tenant", whoseText: "Acme of south" } },
    ]);
  });

  it("L1, I7: is in no log, no event of the trail and nothing that an assistant gets", async () => {
    const [owner] = await people();
    const lines = vi.spyOn(log, "info");
    const id = await save(owner, "secluded");
    await verifyCredential(owner, id);
    await replaceCredentialValues(owner, { ...(await seen(owner, id)), values: valuesOf("secluded-2") });
    expect(lines.mock.calls.length).toBeGreaterThan(2);
    expect(JSON.stringify(lines.mock.calls)).not.toContain("Acme of");
    const events = await (await prisma()).auditEvent.findMany({ where: { subjectId: id }, omit: { seq: true } });
    expect(events.length).toBeGreaterThan(2);
    expect(JSON.stringify(events)).not.toContain("Acme of");
    const told = await listCredentialsTool.run(owner as unknown as TokenHolder, {}, new AbortController().signal);
    expect(JSON.stringify(told)).toContain("Of secluded");
    expect(JSON.stringify(told)).not.toContain("Acme of");
  });
});
