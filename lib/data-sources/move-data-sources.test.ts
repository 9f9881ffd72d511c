import { afterAll, describe, expect, it, vi } from "vitest";
import { getCredential } from "@/lib/credentials/get-credential";
import { actionsOn, add, addSource, codeOf, owner } from "@/lib/credentials/values/credential-life.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { deleteDataSource } from "./delete-data-source";
import { getDataSource } from "./get-data-source";
import { listCredentialSources } from "./list-credential-sources";
import { moveDataSources } from "./move-data-sources";
import { previewMove } from "./preview-move";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

/** A credential that two sources use, and another one beside it. */
async function inUse(actor: Member) {
  const from = await add(actor, "Old", clari.pair);
  const to = await add(actor, "New", clari.pair);
  const first = await addSource(actor, from.id, "First");
  const second = await addSource(actor, from.id, "Second");
  return { from, to, sourceIds: [first.id, second.id] };
}

describe("moving sources to another credential", () => {
  it("previews what changes, verifies the target now, and moves all of them with an audit row each", async () => {
    const actor = await owner();
    const { from, to, sourceIds } = await inUse(actor);
    expect(await previewMove(actor, from.id)).toEqual({
      sources: [
        { id: sourceIds[0], name: "First", endpointId: "users" },
        { id: sourceIds[1], name: "Second", endpointId: "users" },
      ],
      targets: [{ id: to.id, name: "New", status: "VERIFIED" }],
      hasMoreTargets: false,
    });
    clari.clearRequests();
    expect(await moveDataSources(actor, { credentialId: from.id, targetId: to.id, sourceIds })).toEqual({
      saved: true,
      count: 2,
      left: 0,
    });
    expect(clari.requests).toHaveLength(1);
    expect((await getCredential(actor, from.id)).usedBy).toBe(0);
    expect((await getCredential(actor, to.id)).usedBy).toBe(2);
    for (const id of sourceIds) {
      expect((await actionsOn(id)).at(-1)).toBe("data-source.moved");
      expect((await getDataSource(actor, id)).revision).toBe(2);
    }
  });

  it("moves some of them, and without a name whatever uses it now", async () => {
    const actor = await owner();
    const { from, to, sourceIds } = await inUse(actor);
    const move = { credentialId: from.id, targetId: to.id };
    const some = await moveDataSources(actor, { ...move, sourceIds: sourceIds.slice(0, 1) });
    expect(some).toEqual({ saved: true, count: 1, left: 1 });
    expect((await getDataSource(actor, sourceIds[1])).credential.id).toBe(from.id);
    expect(await moveDataSources(actor, move)).toEqual({ saved: true, count: 1, left: 0 });
    expect((await getCredential(actor, to.id)).usedBy).toBe(2);
    // There is nothing to ask a provider for.
    clari.clearRequests();
    expect(await moveDataSources(actor, move)).toEqual({ saved: true, count: 0, left: 0 });
    expect(clari.requests).toHaveLength(0);
  });

  it("says of each source that stood in the way what has become of it", async () => {
    const actor = await owner();
    const { from, to, sourceIds } = await inUse(actor);
    const third = await addSource(actor, from.id, "Third");
    const move = { credentialId: from.id, targetId: to.id };
    await moveDataSources(actor, { ...move, sourceIds: sourceIds.slice(0, 1) });
    await deleteDataSource(actor, sourceIds[1]);
    const refused = moveDataSources(actor, { ...move, sourceIds: [...sourceIds, third.id] });
    await expect(refused).rejects.toMatchObject({
      dto: {
        code: "CHANGED_MEANWHILE",
        message: "Nothing was moved: 1 data source uses another credential now, 1 was deleted. Look at the list again.",
        blockers: [{ id: sourceIds[0], name: "First" }],
        fields: {
          "sourceIds.0": "This data source uses another credential now.",
          "sourceIds.1": "This data source was deleted.",
        },
      },
    });
    expect((await getCredential(actor, from.id)).usedBy).toBe(1);
  });

  it("moves nothing where the target is refused now, or a source changed since the preview", async () => {
    const actor = await owner();
    const { from, to, sourceIds } = await inUse(actor);
    const move = { credentialId: from.id, targetId: to.id, sourceIds };
    await deleteDataSource(actor, sourceIds[1]);
    expect(await codeOf(moveDataSources(actor, move))).toBe("CHANGED_MEANWHILE");
    expect((await getCredential(actor, from.id)).usedBy).toBe(1);
    clari.generatePair();
    const refused = await moveDataSources(actor, { ...move, sourceIds: sourceIds.slice(0, 1) });
    expect(refused).toMatchObject({ saved: false, verification: { outcome: "refused" } });
    expect((await getCredential(actor, from.id)).usedBy).toBe(1);
  });

  it("Z1, Z2, Z7: is for owners and admins, within one workspace, and takes ids only", async () => {
    const [actor, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
    const { from, to, sourceIds } = await inUse(actor);
    const move = { credentialId: from.id, targetId: to.id, sourceIds };
    expect(await codeOf(moveDataSources(member, move))).toBe("FORBIDDEN");
    expect(await codeOf(previewMove(member, from.id))).toBe("FORBIDDEN");
    const stranger = await owner();
    const theirs = await add(stranger, "Theirs", clari.pair);
    expect(await codeOf(moveDataSources(stranger, move))).toBe("NOT_FOUND");
    expect(await codeOf(moveDataSources(actor, { ...move, targetId: theirs.id }))).toBe("NOT_FOUND");
    expect(await codeOf(moveDataSources(actor, { ...move, targetId: from.id }))).toBe("NOT_FOUND");
    expect(await codeOf(moveDataSources(actor, { ...move, sourceIds: [{ not: "" }] }))).toBe("INVALID_INPUT");
  });

  it("Z8: two moves in opposite directions at the same time leave every source with one of both", async () => {
    const actor = await owner();
    const { from, to, sourceIds } = await inUse(actor);
    const other = await addSource(actor, to.id, "Third");
    const codes = await Promise.all([
      codeOf(moveDataSources(actor, { credentialId: from.id, targetId: to.id, sourceIds })),
      codeOf(moveDataSources(actor, { credentialId: to.id, targetId: from.id, sourceIds: [other.id] })),
    ]);
    expect(codes).toEqual(["done", "done"]);
    expect(await listCredentialSources(actor, from.id)).toEqual([{ id: other.id, name: "Third" }]);
    expect((await getCredential(actor, from.id)).usedBy).toBe(1);
    expect((await getCredential(actor, to.id)).usedBy).toBe(2);
  });
});
