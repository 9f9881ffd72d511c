import { afterAll, describe, expect, it, vi } from "vitest";
import { restoreCredentials } from "@/lib/credentials/deletion/restore-credentials";
import { getCredential } from "@/lib/credentials/get-credential";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { actionsOn, add, addSource, codeOf, DAY, owner } from "@/lib/credentials/values/credential-life.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { deleteCredentials } from "./delete-credentials";
import { deleteDataSource } from "./delete-data-source";
import { moveDataSources } from "./move-data-sources";
import { previewDeletion } from "./preview-deletion";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const namesOf = async (actor: Member, parameters: Record<string, unknown> = {}) =>
  (await listCredentials(actor, { ...parameters, sort: "name" })).credentials.map(({ name }) => name);
const isUnused = async (id: string) =>
  (await (await prisma()).credential.findUniqueOrThrow({ where: { id }, select: { unusedSince: true } }))
    .unusedSince !== null;
const age = async (workspaceId: string, days: number) =>
  (await prisma()).credential.updateMany({
    where: { workspaceId, unusedSince: { not: null } },
    data: { unusedSince: new Date(Date.now() - days * DAY) },
  });

describe("U8: unused for 90 days", () => {
  it("follows data sources that are made, deleted and moved, and survives deleting and restoring", async () => {
    const actor = await owner();
    const one = await add(actor, "One", clari.pair);
    const two = await add(actor, "Two", clari.pair);
    await age(actor.workspaceId, 89);
    expect(await namesOf(actor, { unused: "1" })).toEqual([]);
    await age(actor.workspaceId, 91);
    expect(await namesOf(actor, { unused: "1" })).toEqual(["One", "Two"]);
    const [first, second] = [await addSource(actor, one.id, "First"), await addSource(actor, one.id, "Second")];
    expect(await namesOf(actor, { unused: "1" })).toEqual(["Two"]);
    await deleteDataSource(actor, first.id);
    expect(await isUnused(one.id)).toBe(false);
    await moveDataSources(actor, { credentialId: one.id, targetId: two.id, sourceIds: [second.id] });
    expect([await isUnused(one.id), await isUnused(two.id)]).toEqual([true, false]);
    await deleteDataSource(actor, second.id);
    // From now on, not since 91 days.
    expect([await isUnused(one.id), await isUnused(two.id)]).toEqual([true, true]);
    expect(await namesOf(actor, { unused: "1" })).toEqual([]);
    await age(actor.workspaceId, 91);
    await deleteCredentials(actor, { credentialIds: [one.id] });
    expect(await namesOf(actor, { unused: "1" })).toEqual(["Two"]);
    await restoreCredentials(actor, { credentialIds: [one.id] });
    expect(await namesOf(actor, { unused: "1" })).toEqual(["One", "Two"]);
  });

  it("is right after many sources came and went at the same time", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Busy", clari.pair);
    const sources = await Promise.all(Array.from({ length: 6 }, (_, n) => addSource(actor, id, `Busy ${n}`)));
    expect(await isUnused(id)).toBe(false);
    expect((await getCredential(actor, id)).usedBy).toBe(6);
    await Promise.all(sources.map((source) => deleteDataSource(actor, source.id)));
    expect(await isUnused(id)).toBe(true);
    expect((await getCredential(actor, id)).usedBy).toBe(0);
  });
});

describe("several at once", () => {
  it("deletes what nothing uses with an audit row each, names what is left out, and can be sent again", async () => {
    const actor = await owner();
    const ids: string[] = [];
    for (const name of ["A", "B", "C"]) ids.push((await add(actor, name, clari.pair)).id);
    const source = await addSource(actor, ids[1] ?? "", "Reads B");
    const inUse = [{ id: ids[1], name: "B", usedBy: 1, dataSources: [{ id: source.id, name: "Reads B" }] }];
    const deletable = [
      { id: ids[0], name: "A" },
      { id: ids[2], name: "C" },
    ];
    const input = { credentialIds: [...ids, ids[0], "not-there-at-all"] };
    expect(await previewDeletion(actor, input)).toEqual({ deletable, inUse });
    expect(await namesOf(actor)).toEqual(["A", "B", "C"]);
    expect(await deleteCredentials(actor, input)).toEqual({ deleted: deletable, inUse, interrupted: false });
    expect(await deleteCredentials(actor, input)).toEqual({ deleted: [], inUse, interrupted: false });
    expect(await namesOf(actor)).toEqual(["B"]);
    expect(await actionsOn(ids[0] ?? "")).toEqual(["credential.created", "credential.deleted"]);
    await add(actor, "C", clari.pair);
    expect(await restoreCredentials(actor, input)).toEqual({ restored: 1, nameTaken: 1 });
    expect(await namesOf(actor)).toEqual(["A", "B", "C"]);
  });

  it("Z1, Z2, Z7, A12: is for owners and admins who signed in lately, within one workspace, and takes ids only", async () => {
    const [actor, member, viewer] = (await makeWorkspace("owner", "member", "viewer")) as [Member, Member, Member];
    const stranger = await owner();
    const { id } = await add(actor, "Kept", clari.pair);
    const input = { credentialIds: [id] };
    for (const run of [previewDeletion, deleteCredentials, restoreCredentials]) {
      for (const nobody of [member, viewer]) expect(await codeOf(run(nobody, input))).toBe("FORBIDDEN");
      await run(stranger, input);
      for (const credentialIds of [
        [],
        [{ not: "" }],
        "x",
        undefined,
        Array.from({ length: 101 }, (_, n) => `id-no-${n}`),
      ])
        expect(await codeOf(run(actor, { credentialIds }))).toBe("INVALID_INPUT");
    }
    expect(await codeOf(deleteCredentials({ ...actor, confirmedAt: new Date(0) }, input))).toBe("CONFIRM_PASSWORD");
    expect(await namesOf(actor)).toEqual(["Kept"]);
  });
});
