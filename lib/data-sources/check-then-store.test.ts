import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { verifyCredentialValues } from "@/lib/credentials/checks/verify-credential-values";
import { getCredential } from "@/lib/credentials/get-credential";
import { createCredential } from "@/lib/credentials/values/create-credential";
import {
  add,
  addSource,
  codeOf,
  owner,
  replace,
  tryToAddSource,
} from "@/lib/credentials/values/credential-life.fixture";
import { replaceCredentialValues } from "@/lib/credentials/values/replace-credential-values";
import { rollbackCredential } from "@/lib/credentials/values/rollback-credential";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { moveDataSources } from "./move-data-sources";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);
beforeEach(() => clari.behave());

const connectorId = "clari-copilot";
const form = (name: string) => ({ connectorId, formId: randomId(), name, description: "", keepBoth: true });
const askedSince = async (work: () => Promise<unknown>) => {
  clari.clearRequests();
  await work();
  return clari.requests.length;
};
const triggersOf = async (credentialId: string) =>
  (await (await prisma()).credentialCheck.findMany({ where: { credentialId }, orderBy: { at: "asc" } })).map(
    ({ trigger }) => trigger,
  );
async function addUnverified(actor: Member, name: string) {
  const result = await createCredential(actor, { ...form(name), values: clari.pair, saveUnverified: true });
  if (!result.saved) throw new Error("not saved");
  return result.credential;
}

type Prepared = {
  /** Whose checks are looked at; of a credential that is not there yet, none. */
  credentialId?: string;
  /** What the verification route is asked. */
  verify: () => Promise<{ receipt?: string }>;
  act: (receipt: string | undefined, signal?: AbortSignal) => Promise<{ saved: boolean }>;
  /** How many checks of the credential there are once it is done. */
  checks: string[];
};

/** Each act that a provider has to agree to. */
const acts: Record<string, (actor: Member) => Promise<Prepared>> = {
  save: async (actor) => ({
    verify: () => verifyCredentialValues(actor, { connectorId, values: clari.pair }),
    act: (receipt, signal) => createCredential(actor, { ...form(randomId()), values: clari.pair, receipt }, signal),
    checks: [],
  }),
  replace: async (actor) => {
    const { id: credentialId, revision } = await add(actor, "Replaced", clari.pair);
    return {
      credentialId,
      verify: () => verifyCredentialValues(actor, { connectorId, values: clari.pair }),
      act: (receipt, signal) =>
        replaceCredentialValues(actor, { credentialId, revision, values: clari.pair, receipt }, signal),
      checks: ["save", "replace"],
    };
  },
  "roll back": async (actor) => {
    const { id: credentialId } = await add(actor, "Rolled back", clari.pair);
    await replace(actor, credentialId, clari.pair);
    const { revision } = await getCredential(actor, credentialId);
    return {
      credentialId,
      verify: () => verifyCredential(actor, credentialId, { purpose: "rollback", number: 1 }),
      act: (receipt, signal) => rollbackCredential(actor, { credentialId, revision, number: 1, receipt }, signal),
      checks: ["save", "replace", "rollback"],
    };
  },
  move: async (actor) => {
    const from = await add(actor, "From", clari.pair);
    const { id: targetId } = await add(actor, "To", clari.pair);
    const sourceIds = [(await addSource(actor, from.id, "Source")).id];
    return {
      credentialId: targetId,
      verify: () => verifyCredential(actor, targetId, { purpose: "move" }),
      act: (receipt, signal) => moveDataSources(actor, { credentialId: from.id, targetId, sourceIds, receipt }, signal),
      checks: ["save", "move"],
    };
  },
  "create source": async (actor) => {
    const { id } = await addUnverified(actor, "Unverified");
    return {
      credentialId: id,
      verify: () => verifyCredential(actor, id, { purpose: "data-source" }),
      act: (receipt, signal) => tryToAddSource(actor, id, "Source", receipt, signal),
      checks: ["data-source"],
    };
  },
};
describe.each(Object.entries(acts))("%s", (_, prepare) => {
  it("asks once: its receipt spares the provider a second request, and one check is one row", async () => {
    const { credentialId, verify, act, checks } = await prepare(await owner());
    const { receipt } = await verify();
    expect(receipt).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await askedSince(async () => expect(await act(receipt)).toMatchObject({ saved: true }))).toBe(0);
    if (credentialId) expect(await triggersOf(credentialId)).toEqual(checks);
  });

  it("asks by itself where there is no receipt, and once as well", async () => {
    const { credentialId, act, checks } = await prepare(await owner());
    expect(await askedSince(async () => expect(await act(undefined)).toMatchObject({ saved: true }))).toBe(1);
    if (credentialId) expect(await triggersOf(credentialId)).toEqual(checks);
  });

  it("asks again where the receipt is another's", async () => {
    const [mine, theirs] = [await prepare(await owner()), await prepare(await owner())];
    const { receipt } = await theirs.verify();
    expect(await askedSince(async () => expect(await mine.act(receipt)).toMatchObject({ saved: true }))).toBe(1);
  });

  it("a program that closes its request stops the check, and nothing is done", async () => {
    const { credentialId, act, checks } = await prepare(await owner());
    clari.clearRequests();
    clari.behave("hang");
    const controller = new AbortController();
    const acting = act(undefined, controller.signal);
    await vi.waitFor(() => expect(clari.requests).toHaveLength(1), { timeout: 10_000 });
    controller.abort();
    expect(await acting).toMatchObject({ saved: false, verification: { outcome: "cancelled" } });
    if (credentialId) expect(await triggersOf(credentialId)).toEqual(checks.slice(0, -1));
  });
});

describe("a verification for an act with stored values", () => {
  it("needs what the act needs: its right, and its recent sign-in before anybody is asked", async () => {
    const [actor, member, viewer] = (await makeWorkspace("owner", "member", "viewer")) as [Member, Member, Member];
    const { id } = await add(actor, "Checked", clari.pair);
    await replace(actor, id, clari.pair);
    const old = { ...actor, confirmedAt: new Date(0) };
    const of = (who: Member, input: object) => codeOf(verifyCredential(who, id, input));
    const rollback = { purpose: "rollback", number: 1 };
    clari.clearRequests();
    for (const input of [{}, { purpose: "move" }, rollback]) expect(await of(member, input)).toBe("FORBIDDEN");
    for (const input of [{}, { purpose: "data-source" }]) expect(await of(viewer, input)).toBe("FORBIDDEN");
    for (const input of [{ purpose: "move" }, rollback]) expect(await of(old, input)).toBe("CONFIRM_PASSWORD");
    for (const input of [{ purpose: "rollback" }, { purpose: "move", number: 1 }, { purpose: "save" }, { number: 1 }])
      expect(await of(actor, input)).toBe("INVALID_INPUT");
    expect(await of(actor, { purpose: "rollback", number: 9 })).toBe("NOT_FOUND");
    expect(clari.requests).toEqual([]);
    expect(await verifyCredential(member, id, { purpose: "data-source" })).toMatchObject({ status: "VERIFIED" });
  });

  it("*Verify now* is for no act, and comes without a receipt", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Looked at", clari.pair);
    expect(await verifyCredential(actor, id)).not.toHaveProperty("receipt");
  });

  it("a receipt of values that were replaced since is worth nothing", async () => {
    const actor = await owner();
    const { id } = await addUnverified(actor, "Replaced since");
    const { receipt } = await verifyCredential(actor, id, { purpose: "data-source" });
    await replace(actor, id, clari.pair);
    await (await prisma()).credential.update({ where: { id }, data: { status: "UNVERIFIED" } });
    const asked = await askedSince(async () =>
      expect(await tryToAddSource(actor, id, "Source", receipt)).toMatchObject({ saved: true }),
    );
    expect(asked).toBe(1);
  });

  it("a receipt for a data source is not asked past, also where the credential was refused since", async () => {
    const actor = await owner();
    const { id } = await addUnverified(actor, "Refused since");
    const { receipt } = await verifyCredential(actor, id, { purpose: "data-source" });
    await (await prisma()).credential.update({ where: { id }, data: { status: "FAILED" } });
    const asked = await askedSince(async () =>
      expect(await codeOf(tryToAddSource(actor, id, "Source", receipt))).toBe("CHANGED_MEANWHILE"),
    );
    expect(asked).toBe(0);
  });

  it("what refuses an older version says nothing about the credential, which stays as it is", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Kept", { apiKey: "fault:big", apiPassword: "first" });
    await replace(actor, id, clari.pair);
    clari.behave("status:403");
    const answer = await verifyCredential(actor, id, { purpose: "rollback", number: 1 });
    expect(answer).toMatchObject({ status: "FAILED" });
    expect(answer).not.toHaveProperty("receipt");
    expect(await getCredential(actor, id)).toMatchObject({ status: "VERIFIED", version: 2 });
    expect(await triggersOf(id)).toEqual(["save", "replace"]);
  });
});
