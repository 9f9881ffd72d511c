import { afterAll, expect, it, vi } from "vitest";
import { getCredential } from "@/lib/credentials/get-credential";
import { actionsOn, add, addSource, codeOf, owner } from "@/lib/credentials/values/credential-life.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { deleteDataSource } from "./delete-data-source";
import { deleteDataSources } from "./delete-data-sources";
import { listDataSources } from "./list-data-sources";
import { moveDataSources } from "./move-data-sources";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const namesOf = async (actor: Member) =>
  (await listDataSources(actor, { sort: "name" })).dataSources.map(({ name }) => name);
const usedBy = async (actor: Member, id: string) => (await getCredential(actor, id)).usedBy;

/** Two sources of one credential, one of another. */
async function stage(actor: Member) {
  const [one, two] = [await add(actor, "One", clari.pair), await add(actor, "Two", clari.pair)];
  const [a, b] = [await addSource(actor, one.id, "A"), await addSource(actor, one.id, "B")];
  const c = await addSource(actor, two.id, "C");
  return { one, two, ids: [a.id, b.id, c.id] as [string, string, string] };
}

it("deletes all that are named, with an event each, and the credentials know; it can be sent again", async () => {
  const actor = await owner();
  const { one, two, ids } = await stage(actor);
  await addSource(actor, one.id, "Kept");
  // Someone else was faster with one of them, and one was never there.
  await deleteDataSource(actor, ids[1]);
  const input = { dataSourceIds: [...ids, ids[0], "not-there-at-all"] };
  const deleted = [
    { id: ids[0], name: "A" },
    { id: ids[2], name: "C" },
  ];
  expect(await deleteDataSources(actor, input)).toEqual({ deleted });
  expect(await namesOf(actor)).toEqual(["Kept"]);
  expect([await usedBy(actor, one.id), await usedBy(actor, two.id)]).toEqual([1, 0]);
  expect(await deleteDataSources(actor, input)).toEqual({ deleted: [] });
  for (const id of ids) expect(await actionsOn(id)).toEqual(["data-source.created", "data-source.deleted"]);
  const events = await (await prisma()).auditEvent.findMany({
    where: { workspaceId: actor.workspaceId, action: "data-source.deleted" },
    orderBy: { seq: "asc" },
  });
  expect(events.map(({ subjectName, actorId, result }) => [subjectName, actorId, result])).toEqual(
    ["B", "A", "C"].map((name) => [name, actor.userId, "ok"]),
  );
});

it("Z1, Z2, Z7, A12: is for owners and admins who signed in lately, within one workspace, and takes up to 100 ids only", async () => {
  const [actor, admin, member, viewer] = (await makeWorkspace("owner", "admin", "member", "viewer")) as [
    Member,
    Member,
    Member,
    Member,
  ];
  const { ids } = await stage(actor);
  const input = { dataSourceIds: ids };
  for (const nobody of [member, viewer]) expect(await codeOf(deleteDataSources(nobody, input))).toBe("FORBIDDEN");
  expect(await deleteDataSources(await owner(), input)).toEqual({ deleted: [] });
  const tooMany = Array.from({ length: 101 }, (_, number) => `id-no-${number}`);
  for (const dataSourceIds of [[], [{ not: "" }], "x", undefined, tooMany])
    expect(await codeOf(deleteDataSources(actor, { dataSourceIds }))).toBe("INVALID_INPUT");
  expect(await codeOf(deleteDataSources({ ...actor, confirmedAt: new Date(0) }, input))).toBe("CONFIRM_PASSWORD");
  expect(await namesOf(actor)).toEqual(["A", "B", "C"]);
  expect((await deleteDataSources(admin, input)).deleted).toHaveLength(3);
});

it("Z8: two deletions and a move at once delete each source once, and the counts stay right", async () => {
  const actor = await owner();
  const { one, two, ids } = await stage(actor);
  const kept = await addSource(actor, two.id, "Kept");
  const [first, second] = await Promise.all([
    deleteDataSources(actor, { dataSourceIds: ids }),
    deleteDataSources(actor, { dataSourceIds: ids.toReversed() }),
    codeOf(moveDataSources(actor, { credentialId: one.id, targetId: two.id, sourceIds: ids.slice(0, 2) })),
    codeOf(moveDataSources(actor, { credentialId: two.id, targetId: one.id, sourceIds: [kept.id] })),
  ]);
  expect([...first.deleted, ...second.deleted].map(({ name }) => name).toSorted()).toEqual(["A", "B", "C"]);
  expect(await namesOf(actor)).toEqual(["Kept"]);
  for (const id of ids)
    expect((await actionsOn(id)).filter((action) => action === "data-source.deleted")).toHaveLength(1);
  expect([await usedBy(actor, one.id), await usedBy(actor, two.id)]).toEqual([1, 0]);
});
