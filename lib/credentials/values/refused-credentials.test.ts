import { afterAll, describe, expect, it, vi } from "vitest";
import { startFirefliesSandbox } from "@/e2e/sandbox/start-fireflies-sandbox";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { getCredential } from "@/lib/credentials/get-credential";
import { updateCredential } from "@/lib/credentials/update-credential";
import { deleteCredential } from "@/lib/data-sources/delete-credential";
import { moveDataSources } from "@/lib/data-sources/move-data-sources";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { createCredential } from "./create-credential";
import { add, addSource, codeOf, owner, replace, rollBack, tryToAddSource } from "./credential-life.fixture";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("@/lib/credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const sourcesOf = async (workspaceId: string) => (await prisma()).dataSource.count({ where: { workspaceId } });
const rowsOf = async (credentialId: string) =>
  (await prisma()).credentialVersion.findMany({
    where: { credentialId },
    select: { number: true, sealed: true, keyId: true },
  });

describe("a data source", () => {
  it("Z4: takes no credential of another workspace, none that was deleted, and none that never was", async () => {
    const [actor, stranger] = [await owner(), await owner()];
    const theirs = await add(stranger, "Theirs", clari.pair);
    const gone = await add(actor, "Gone", clari.pair);
    await deleteCredential(actor, gone.id);
    for (const id of [theirs.id, gone.id, randomId()])
      expect(await codeOf(tryToAddSource(actor, id, "Source")), id).toBe("NOT_FOUND");
    expect(await sourcesOf(actor.workspaceId)).toBe(0);
  });

  it("Z4: takes no credential of another type", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Clari", clari.pair);
    await (await prisma()).credential.update({ where: { id }, data: { connectorId: "gong" } });
    expect(await codeOf(tryToAddSource(actor, id, "Source"))).toBe("NOT_FOUND");
    expect(await sourcesOf(actor.workspaceId)).toBe(0);
  });

  it("Z4: takes an unverified credential only where the provider accepts it at this moment", async () => {
    const actor = await owner();
    const save = async (name: string, values: Record<string, string>) => {
      const input = { connectorId: "clari-copilot", formId: randomId(), name, description: "", values, keepBoth: true };
      const result = await createCredential(actor, { ...input, saveUnverified: true });
      if (!result.saved) throw new Error("not saved");
      return result.credential;
    };
    const unknown = await save("Unknown", { apiKey: "fault:status:503", apiPassword: "any" });
    const wrong = await save("Wrong", { apiKey: "wrong", apiPassword: "wrong" });
    const right = await save("Right", clari.pair);
    expect(await codeOf(tryToAddSource(actor, unknown.id, "One"))).toBe("VERIFICATION_INCONCLUSIVE");
    expect(await codeOf(tryToAddSource(actor, wrong.id, "Two"))).toBe("VERIFICATION_REFUSED");
    expect(await sourcesOf(actor.workspaceId)).toBe(0);
    expect(await codeOf(tryToAddSource(actor, right.id, "Three"))).toBe("done");
  });
});

describe("values that do not open", () => {
  type Row = Awaited<ReturnType<typeof rowsOf>>[number] | undefined;
  const put = async (credentialId: string, row: Row) =>
    (await prisma()).credentialVersion.updateMany({
      where: { credentialId, number: row?.number ?? 1 },
      data: { sealed: row?.sealed ?? null, keyId: row?.keyId ?? null },
    });
  const stateOf = async (id: string) => {
    const client = await prisma();
    const { status, outcome } = await client.credential.findUniqueOrThrow({ where: { id } });
    const told = await client.notice.findMany({ where: { credentialId: id }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    const checks = await client.credentialCheck.findMany({ where: { credentialId: id, outcome: "unreadable" } });
    return { status, outcome, told: told.map(({ kind }) => kind), triggers: checks.map(({ trigger }) => trigger) };
  };

  it("S6: open in neither row, within a workspace and across two, and the provider hears of nothing", async () => {
    const [actor, stranger] = [await owner(), await owner()];
    for (const other of [actor, stranger]) {
      const [left, right] = [await add(actor, "Left", clari.pair), await add(other, "Right", clari.pair)];
      const [leftRow] = await rowsOf(left.id);
      const [rightRow] = await rowsOf(right.id);
      await put(left.id, rightRow);
      await put(right.id, leftRow);
      clari.clearRequests();
      // Both are verified as far as anyone knows: a source that is created with one is what finds out.
      expect(await codeOf(tryToAddSource(actor, left.id, "Swapped"))).toBe("CREDENTIAL_UNREADABLE");
      expect(await codeOf(tryToAddSource(actor, left.id, "Swapped again"))).toBe("CREDENTIAL_UNREADABLE");
      expect(await sourcesOf(actor.workspaceId)).toBe(0);
      expect(await verifyCredential(other, right.id)).toMatchObject({
        ...{ status: "FAILED", outcome: "unreadable" },
        diagnostic: { tries: 0 },
      });
      expect(clari.requests).toEqual([]);
      const unreadable = { status: "FAILED", outcome: "unreadable", told: ["credential.unreadable"] };
      expect(await stateOf(left.id)).toEqual({ ...unreadable, triggers: ["data-source", "data-source"] });
      expect(await stateOf(right.id)).toEqual({ ...unreadable, triggers: ["member"] });
      expect((await getCredential(actor, left.id)).unreadable).toBe(true);
      // Put back, both open.
      await put(left.id, leftRow);
      await put(right.id, rightRow);
      expect((await verifyCredential(actor, left.id)).status).toBe("VERIFIED");
      expect(await stateOf(left.id)).toMatchObject({ told: ["credential.unreadable", "credential.recovered"] });
      expect((await getCredential(actor, left.id)).unreadable).toBeUndefined();
      for (const [person, { id }] of [
        [actor, left],
        [other, right],
      ] as const)
        await deleteCredential(person, id);
    }
  });

  it("S6: go to no other provider: under another connector they do not open, and it hears of nothing", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Clari", clari.pair);
    const other = await startFirefliesSandbox();
    vi.stubEnv("FIREFLIES_BASE_URL", other.url);
    const { count } = await (await prisma()).credential.updateMany({
      where: { id },
      data: { connectorId: "fireflies" },
    });
    expect(count).toBe(1);
    clari.clearRequests();
    expect(await verifyCredential(actor, id, { trigger: "member" })).toMatchObject({ outcome: "unreadable" });
    expect([other.requests, clari.requests]).toEqual([[], []]);
    await (await prisma()).credential.updateMany({ where: { id }, data: { connectorId: "clari-copilot" } });
    expect(await verifyCredential(actor, id, { trigger: "member" })).toMatchObject({ outcome: "accepted" });
    await other.close();
  });

  it.each([
    ["cut off", { sealed: "{", keyId: "k" }],
    ["sealed with a key that nobody has", { keyId: "nobody-has-it" }],
    ["gone", { sealed: null, keyId: null, destroyedAt: new Date() }],
  ])(
    "R5: what is %s is written down by whoever uses it, is moved to by no source, and replacing mends it",
    async (_, broken) => {
      const actor = await owner();
      const [one, good] = [await add(actor, "One", clari.pair), await add(actor, "Good", clari.pair)];
      const source = await addSource(actor, good.id, "Source");
      await (await prisma()).credentialVersion.updateMany({ where: { credentialId: one.id }, data: broken });
      clari.clearRequests();
      expect(await codeOf(tryToAddSource(actor, one.id, "Refused"))).toBe("CREDENTIAL_UNREADABLE");
      const move = { credentialId: good.id, targetId: one.id, sourceIds: [source.id] };
      expect(await moveDataSources(actor, move)).toMatchObject({
        saved: false,
        verification: { outcome: "unreadable" },
      });
      expect(clari.requests).toEqual([]);
      expect(await stateOf(one.id)).toMatchObject({ status: "FAILED", triggers: ["data-source", "move"] });
      await replace(actor, one.id, clari.pair);
      expect(await stateOf(one.id)).toMatchObject({ status: "VERIFIED", outcome: "accepted" });
      expect(await codeOf(tryToAddSource(actor, one.id, "Created"))).toBe("done");
      expect(await codeOf(rollBack(actor, one.id, 1))).toBe(
        "destroyedAt" in broken ? "NOT_FOUND" : "CREDENTIAL_UNREADABLE",
      );
    },
  );
});

describe("values that are not typed again", () => {
  it("S13: an edit, and whatever it brings along, leaves what is sealed byte for byte", async () => {
    const actor = await owner();
    const { id, revision } = await add(actor, "Kept", clari.pair);
    const before = await rowsOf(id);
    const edits = [{}, { values: {} }, { values: { apiKey: "", apiPassword: "" } }, { values: { apiKey: "********" } }];
    let seen = revision;
    for (const [index, more] of edits.entries()) {
      const input = { credentialId: id, revision: seen, name: `Kept ${index}`, description: "", ...more };
      seen = (await updateCredential(actor, input)).revision;
    }
    expect((await getCredential(actor, id)).name).toBe("Kept 3");
    expect(await rowsOf(id)).toEqual(before);
    expect(JSON.stringify(await getCredential(actor, id))).not.toContain(clari.pair.apiKey.slice(-4));
  });
});
