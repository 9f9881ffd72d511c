import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { getCredential } from "@/lib/credentials/get-credential";
import { listCredentialChoices } from "@/lib/credentials/list/list-credential-choices";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { actionsOn, add, addSource, codeOf, owner } from "@/lib/credentials/values/credential-life.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { endpointParameters } from "./data-source-schema";
import { deleteCredential } from "./delete-credential";
import { deleteDataSource } from "./delete-data-source";
import { getDataSource } from "./get-data-source";
import { moveDataSources } from "./move-data-sources";
import { updateDataSource } from "./update-data-source";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);
beforeEach(() => clari.behave());

/** A source that reads users with the first of two credentials. */
async function stage(actor: Member) {
  const from = await add(actor, "From", clari.pair);
  const to = await add(actor, "To", clari.pair);
  const source = await addSource(actor, from.id, "Source");
  return { from, to, source, seen: { dataSourceId: source.id, revision: source.revision } };
}
async function addUnverified(actor: Member) {
  const form = {
    connectorId: "clari-copilot",
    formId: randomId(),
    name: "Unverified",
    description: "",
    keepBoth: true,
  };
  const result = await createCredential(actor, { ...form, values: clari.pair, saveUnverified: true });
  if (!result.saved) throw new Error("not saved");
  return result.credential;
}
const usesOf = async (actor: Member, ...ids: string[]) => {
  const credentials = await Promise.all(ids.map((id) => getCredential(actor, id)));
  return credentials.map(({ usedBy }) => usedBy);
};
const lastEvent = async (subjectId: string) => {
  const where = { subjectId, action: "data-source.edited" };
  return (await prisma()).auditEvent.findFirst({ where, orderBy: { seq: "desc" }, select: { fields: true } });
};
const statusOf = async (id: string, status: "VERIFIED" | "FAILED" | "UNVERIFIED") =>
  (await prisma()).credential.update({ where: { id }, data: { status } });

describe("changing a data source", () => {
  it("takes name, endpoint and parameters, leaves what is not named, and writes down the names of fields", async () => {
    const actor = await owner();
    const { source, seen } = await stage(actor);
    clari.clearRequests();
    const parameters = { filterDurationGt: "60", filterUser: "", notItsOwn: "x" };
    const changed = await updateDataSource(actor, { ...seen, endpointId: "calls", parameters });
    expect(changed).toMatchObject({
      saved: true,
      dataSource: { name: "Source", endpointId: "calls", parameters: { filterDurationGt: 60 }, revision: 2 },
    });
    expect(await lastEvent(source.id)).toEqual({ fields: ["endpoint", "parameters"] });
    await updateDataSource(actor, { dataSourceId: source.id, revision: 2, name: "Renamed" });
    const renamed = { name: "Renamed", endpointId: "calls", parameters: { filterDurationGt: 60 }, revision: 3 };
    expect(await getDataSource(actor, source.id)).toMatchObject(renamed);
    expect(await lastEvent(source.id)).toEqual({ fields: ["name"] });
    // Nobody was asked about a credential that it uses already.
    expect(clari.requests).toEqual([]);
  });

  it("with another endpoint and no parameters reads that one without any, and with wrong ones not at all", async () => {
    const actor = await owner();
    const { source, seen } = await stage(actor);
    await updateDataSource(actor, { ...seen, endpointId: "calls", parameters: { filterDurationGt: 60 } });
    const next = { dataSourceId: source.id, revision: 2 };
    const refused = [
      { endpointId: "none" },
      { parameters: { filterDurationGt: 9999 } },
      { parameters: { filterStatus: ["NONE"] } },
    ];
    for (const input of refused)
      expect(await codeOf(updateDataSource(actor, { ...next, ...input }))).toBe("INVALID_INPUT");
    await updateDataSource(actor, { ...next, endpointId: "users" });
    expect(await getDataSource(actor, source.id)).toMatchObject({ endpointId: "users", parameters: {}, revision: 3 });
  });

  it("is refused where it changed since, and is done where it says what is there already", async () => {
    const actor = await owner();
    const { seen, source } = await stage(actor);
    await updateDataSource(actor, { ...seen, name: "First" });
    expect(await codeOf(updateDataSource(actor, { ...seen, name: "Second" }))).toBe("CHANGED_MEANWHILE");
    // The same form, sent twice.
    expect(await updateDataSource(actor, { ...seen, name: "First" })).toMatchObject({ dataSource: { revision: 2 } });
    expect(await actionsOn(source.id)).toEqual(["data-source.created", "data-source.edited"]);
    const codes = await Promise.all(
      ["One", "Two", "Three"].map((name) =>
        codeOf(updateDataSource(actor, { dataSourceId: source.id, revision: 2, name })),
      ),
    );
    expect(codes.toSorted()).toEqual(["CHANGED_MEANWHILE", "CHANGED_MEANWHILE", "done"]);
  });

  it("Z1, Z2: is for members and above, within one workspace", async () => {
    const [actor, member, viewer] = (await makeWorkspace("owner", "member", "viewer")) as [Member, Member, Member];
    const { seen, to } = await stage(actor);
    expect(await codeOf(updateDataSource(viewer, { ...seen, name: "X" }))).toBe("FORBIDDEN");
    expect(await codeOf(listCredentialChoices(viewer, { connectorId: "clari-copilot" }))).toBe("FORBIDDEN");
    const stranger = await owner();
    const theirs = await add(stranger, "Theirs", clari.pair);
    expect(await codeOf(updateDataSource(stranger, { ...seen, name: "X" }))).toBe("NOT_FOUND");
    expect(await codeOf(updateDataSource(actor, { ...seen, credentialId: theirs.id }))).toBe("NOT_FOUND");
    expect(await codeOf(updateDataSource(actor, { ...seen, credentialId: { not: "" } }))).toBe("INVALID_INPUT");
    expect(await updateDataSource(member, { ...seen, credentialId: to.id })).toMatchObject({ saved: true });
  });
});

describe("another credential", () => {
  it("is counted at once, in the trail, and not asked about where it is verified", async () => {
    const actor = await owner();
    const { from, to, source, seen } = await stage(actor);
    clari.clearRequests();
    await updateDataSource(actor, { ...seen, credentialId: to.id });
    expect(clari.requests).toEqual([]);
    expect(await usesOf(actor, from.id, to.id)).toEqual([0, 1]);
    expect(await lastEvent(source.id)).toEqual({ fields: ["credential"] });
    expect((await actionsOn(to.id)).at(-1)).toBe("credential.used");
    await deleteCredential(actor, from.id);
  });

  it("is verified first where it is not, once, and by its receipt not again", async () => {
    const actor = await owner();
    const { seen } = await stage(actor);
    const { id: credentialId } = await addUnverified(actor);
    clari.clearRequests();
    expect(await updateDataSource(actor, { ...seen, credentialId })).toMatchObject({ saved: true });
    expect(clari.requests).toHaveLength(1);
    await statusOf(credentialId, "UNVERIFIED");
    const other = await addSource(actor, (await add(actor, "Another", clari.pair)).id, "Other");
    const { receipt } = await verifyCredential(actor, credentialId, { purpose: "data-source" });
    clari.clearRequests();
    const again = { dataSourceId: other.id, revision: 1, credentialId, receipt };
    expect(await updateDataSource(actor, again)).toMatchObject({ saved: true });
    expect(clari.requests).toEqual([]);
  });

  it("that is refused changes nothing, not even the name beside it", async () => {
    const actor = await owner();
    const { from, to, seen, source } = await stage(actor);
    await statusOf(to.id, "FAILED");
    clari.generatePair();
    const refused = await updateDataSource(actor, { ...seen, credentialId: to.id, name: "Other" });
    expect(refused).toMatchObject({ saved: false, verification: { outcome: "refused" } });
    expect(await getDataSource(actor, source.id)).toMatchObject({ name: "Source", credential: { id: from.id } });
    expect(await usesOf(actor, from.id, to.id)).toEqual([1, 0]);
  });

  it("a program that closes its request stops the check, and nothing is changed", async () => {
    const actor = await owner();
    const { seen, source } = await stage(actor);
    const { id: credentialId } = await addUnverified(actor);
    clari.clearRequests();
    clari.behave("hang");
    const controller = new AbortController();
    const changing = updateDataSource(actor, { ...seen, credentialId }, controller.signal);
    await vi.waitFor(() => expect(clari.requests).toHaveLength(1), { timeout: 10_000 });
    controller.abort();
    expect(await changing).toMatchObject({ saved: false, verification: { outcome: "cancelled" } });
    expect(await getDataSource(actor, source.id)).toMatchObject({ revision: 1 });
  });

  it("Z8: changes, moves and deletions at once leave each source with one credential, and the counts right", async () => {
    const actor = await owner();
    const { from, to, source, seen } = await stage(actor);
    const second = await addSource(actor, to.id, "Second");
    const third = await addSource(actor, from.id, "Third");
    const codes = await Promise.all([
      codeOf(updateDataSource(actor, { ...seen, credentialId: to.id })),
      codeOf(updateDataSource(actor, { dataSourceId: second.id, revision: 1, credentialId: from.id })),
      codeOf(moveDataSources(actor, { credentialId: from.id, targetId: to.id, sourceIds: [source.id] })),
      codeOf(deleteDataSource(actor, third.id)),
    ]);
    expect([codes[1], codes[3]]).toEqual(["done", "done"]);
    expect([codes[0], codes[2]].toSorted()).toEqual(["CHANGED_MEANWHILE", "done"]);
    expect(await usesOf(actor, from.id, to.id)).toEqual([1, 1]);
  });
});

it("a parameter that an endpoint needs is missed where nothing is said of it, too", () => {
  const id = { id: "id", label: "Call ID", help: "", kind: "text", maxLength: 9 } as const;
  const parse = (required: boolean) => endpointParameters({ parameters: [{ ...id, required }] }).safeParse({}).success;
  expect([parse(true), parse(false)]).toEqual([false, true]);
});

it("the credentials that a source could use are found by their words, and show no more than a choice needs", async () => {
  const actor = await owner();
  const { to } = await stage(actor);
  const { choices, hasMore } = await listCredentialChoices(actor, { connectorId: "clari-copilot", q: "to" });
  expect(choices).toEqual([{ id: to.id, name: "To", status: "VERIFIED" }]);
  expect(hasMore).toBe(false);
  expect((await listCredentialChoices(actor, { connectorId: "gong" })).choices).toEqual([]);
});
