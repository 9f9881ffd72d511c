import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { acmeThatTells } from "@/lib/credentials/acme-home.fixture";
import { getCredential } from "@/lib/credentials/get-credential";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { actionsOn, codeOf } from "@/lib/credentials/values/credential-life.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { probeCredential } from "./probe-credential";

const TOKEN = "canary-token-19d3";

// Before the imports, which read the environment once.
const home = await vi.hoisted(async () => {
  const { startAcmeHome } = await import("@/lib/credentials/acme-home.fixture");
  const started = await startAcmeHome("canary-token-19d3");
  for (const [name, value] of Object.entries(started.env)) vi.stubEnv(name, value);
  return started;
});
vi.mock("@/lib/connectors/registry", async (original) => {
  const real = await original<typeof import("@/lib/connectors/registry")>();
  const { acmeThatTells } = await import("@/lib/credentials/acme-home.fixture");
  return { ...real, findConnector: (id: string) => (id === acmeThatTells.id ? acmeThatTells : real.findConnector(id)) };
});
afterAll(home.close);

const people = async () => (await makeWorkspace("owner", "member", "viewer")) as [Member, Member, Member];
beforeAll(people);

async function save(actor: Member, token: string): Promise<string> {
  const form = { connectorId: acmeThatTells.id, formId: randomId(), name: `Acme ${randomId()}`, description: "" };
  const values = { account: "north", region: "eu", token };
  const result = await createCredential(actor, { ...form, values, saveUnverified: true, keepBoth: true });
  if (!result.saved) throw new Error("not saved");
  return result.credential.id;
}

describe("what a credential may read", () => {
  it("is asked one after the other, told of each, and changes nothing of the credential", async () => {
    const [owner] = await people();
    const id = await save(owner, TOKEN);
    const before = await getCredential(owner, id);
    home.clearRequests();
    const { probes } = await probeCredential(owner, id);
    expect(probes.map(({ id: of, result, message }) => [of, result, message])).toEqual([
      ["calls", "may-read", "This token may read calls."],
      ["people", "may-not-read", "This token may not read people."],
      ["teams", "unclear", "Whether this token may read teams is unclear: the answer can mean that or something else."],
    ]);
    expect(home.requests.map(({ path }) => path)).toEqual(["/calls", "/people", "/teams"]);
    expect(await getCredential(owner, id)).toEqual(before);
    expect(await actionsOn(id)).toContain("credential.probed");
  });

  it("is not asked on where the values are refused", async () => {
    const [owner] = await people();
    const id = await save(owner, "no-such-token");
    home.clearRequests();
    const { probes } = await probeCredential(owner, id);
    expect(probes.map(({ result }) => result)).toEqual(["unclear", "unclear", "unclear"]);
    expect(home.requests).toHaveLength(1);
  });

  it("Z2, S6: is for who may verify, of their workspace alone, and never of values that do not open", async () => {
    const [owner, member, viewer] = await people();
    const [stranger] = await people();
    const id = await save(owner, TOKEN);
    home.clearRequests();
    for (const other of [member, viewer]) expect(await codeOf(probeCredential(other, id))).toBe("FORBIDDEN");
    expect(await codeOf(probeCredential(stranger, id))).toBe("NOT_FOUND");
    await (await prisma()).credentialVersion.updateMany({
      where: { credentialId: id },
      data: { plainValues: { account: "evil", region: "eu" } },
    });
    expect(await codeOf(probeCredential(owner, id))).toBe("CREDENTIAL_UNREADABLE");
    expect(home.requests).toEqual([]);
  });
});
