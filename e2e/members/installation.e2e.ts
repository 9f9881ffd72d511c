import { expect } from "../support/fixtures";
import { join, type Person, test } from "../support/people";
import { runOperator } from "../support/run-operator";

// Its owner has one workspace and owns no credential, so what refuses is the installation alone.
test.use({ installation: "members/installation" });

test("Z10: the installation goes to whom its owner or the operator passes it on, and to nobody who removes its owner", async ({
  owner,
  home,
}) => {
  const heir = await join(owner, "owner", "Heir");
  const [ownerId, heirId] = [await owner.userId(), await heir.userId()];
  const keys = async () => [(await owner.get("/keys")).status, (await heir.get("/keys")).status];
  const remove = (as: Person, userId: string) => as.delete(`/members/${userId}`);
  for (const refused of [
    await remove(heir, ownerId),
    await heir.patch(`/members/${ownerId}`, { role: "member", seen: "owner" }),
  ])
    expect(refused).toMatchObject({ status: 409, body: { code: "OWNS_INSTALLATION" } });
  expect((await heir.post(`/members/${heirId}/pass-installation`)).status).toBe(403);
  expect(await keys()).toEqual([200, 403]);
  expect((await owner.post(`/members/${heirId}/pass-installation`)).status).toBe(204);
  expect(await keys()).toEqual([403, 200]);

  // Of two workspaces of theirs one stays, also where both remove them at the same moment.
  const { workspaceId } = (await heir.post("/workspaces", { name: "The heir's" })).body;
  await heir.post("/workspaces/active", { workspaceId });
  const third = await join(heir, "owner", "Third Owner");
  const removals = await Promise.all([remove(owner, heirId), remove(third, heirId)]);
  expect(removals.map(({ status }) => status).toSorted()).toEqual([204, 409]);

  // Whoever is gone passes nothing on.
  expect((await runOperator(home.env, "installation", "pass", owner.email)).output).toContain("owns the installation");
  expect((await owner.get("/keys")).status).toBe(200);
  const { body } = await owner.get("/audit/export?format=json&action=installation.passed", {
    "sec-fetch-site": "same-origin",
  });
  const passed = body.events.map(({ actorId, subjectId }: Record<string, string>) => ({ actorId, subjectId }));
  expect(passed).toContainEqual({ actorId: ownerId, subjectId: heirId });
  expect(passed).toContainEqual({ actorId: "job:operator", subjectId: ownerId });
});
