import { randomBytes } from "node:crypto";
import { type Cast, test } from "../support/cast";
import { expect } from "../support/fixtures";
import { type Answer, anonymous, dataSourceBody, ifMatch, join, newEmail } from "../support/people";
import { askOperation, servedOperations } from "../support/served-operations";
import { newName, Stage } from "../support/stage";

test("Z2: an id of another workspace is an id of nothing, wherever it is named", async ({
  owner,
  home,
  browser: _,
}) => {
  const stage = new Stage({ owner } as Cast, home.clari.pair);
  const there = { credential: await stage.credential(), source: await stage.dataSource() };
  const invitation = await stage.invitation();
  const someone = await stage.someone();
  // The same person in a workspace of their own: every right, and none over there.
  const { workspaceId: elsewhere } = (await owner.post("/workspaces", { name: "Elsewhere" })).body;
  const { activeId: here } = (await owner.get("/workspaces")).body;
  expect((await owner.post("/workspaces/active", { workspaceId: elsewhere })).status).toBe(204);
  const { pair: values } = stage;
  const asks: [string, (id: string) => Promise<Answer>, string][] = [
    ["read", (id) => owner.get(`/credentials/${id}`), there.credential.id],
    [
      "edit",
      (id) => owner.patch(`/credentials/${id}`, { name: "x", description: "" }, ifMatch(1)),
      there.credential.id,
    ],
    ["replace", (id) => owner.put(`/credentials/${id}/values`, { values }, ifMatch(1)), there.credential.id],
    ["verify", (id) => owner.post(`/credentials/${id}/verify`), there.credential.id],
    ["delete", (id) => owner.delete(`/credentials/${id}`), there.credential.id],
    ["transfer", (id) => owner.post(`/credentials/${id}/transfer`, { ownerId: someone }), there.credential.id],
    ["select", (id) => owner.post("/data-sources", dataSourceBody(id, newName("Source"))), there.credential.id],
    ["source", (id) => owner.get(`/data-sources/${id}`), there.source.id],
    ["rename", (id) => owner.patch(`/data-sources/${id}`, { name: "x" }, ifMatch(1)), there.source.id],
    ["delete source", (id) => owner.delete(`/data-sources/${id}`), there.source.id],
    ["role", (id) => owner.patch(`/members/${id}`, { role: "admin", seen: "viewer" }), someone],
    ["remove", (id) => owner.delete(`/members/${id}`), someone],
    ["end sessions", (id) => owner.post(`/members/${id}/end-sessions`), someone],
    ["revoke", (id) => owner.delete(`/invitations/${id}`), invitation],
  ];
  for (const [what, ask, id] of asks) {
    const random = await ask(randomBytes(16).toString("base64url"));
    expect.soft(random.status, what).toBe(404);
    // Each answer names its own request.
    const instance = expect.any(String);
    expect.soft(await ask(id), what).toEqual({ ...random, body: { ...random.body, instance } });
  }
  for (const list of ["/credentials", "/data-sources", "/invitations", "/notices"])
    expect(JSON.stringify((await owner.get(list)).body), list).not.toContain(there.credential.id);
  expect((await owner.get("/members")).body.data).toHaveLength(1);
  expect((await owner.post("/workspaces/active", { workspaceId: here })).status).toBe(204);
  expect((await owner.get(`/credentials/${there.credential.id}`)).status).toBe(200);
  expect((await owner.post("/workspaces/active", { workspaceId: randomBytes(16).toString("base64url") })).status).toBe(
    404,
  );
});

test("Z2: no operation of the API answers to an id of another workspace otherwise than to one of nothing", async ({
  owner,
  home,
  browser: _,
}) => {
  const stage = new Stage({ owner } as Cast, home.clari.pair);
  const source = await stage.dataSource();
  expect((await owner.get(`/data-sources/${source.id}/records?limit=1`)).status).toBe(200);
  const reads = (await owner.get(`/data-sources/${source.id}/reads`)).body.data;
  const asks = await join(owner, "viewer", "Asks");
  const there: Record<string, string> = {
    "access-requests": (await asks.post("/access-requests", { wants: "audit" })).body.id,
    credentials: (await stage.credential()).id,
    "data-sources": source.id,
    reads: reads[0].id,
    members: await stage.someone(),
    invitations: await stage.invitation(),
    tokens: await stage.token(),
  };
  // Of all workspaces alike.
  const shared = ["connectors", "keys"];
  const { workspaceId: elsewhere } = (await owner.post("/workspaces", { name: "Farther" })).body;
  const { activeId: here } = (await owner.get("/workspaces")).body;
  expect((await owner.post("/workspaces/active", { workspaceId: elsewhere })).status).toBe(204);
  let asked = 0;
  for (const operation of await servedOperations(owner.url)) {
    const noun = /^\/api\/v1\/([\w-]+)\/\{id\}/.exec(operation.path)?.[1];
    if (noun === undefined || shared.includes(noun)) continue;
    const ask = async (id: string) => {
      const headers = { cookie: owner.cookie, origin: owner.url };
      const response = await askOperation(owner.url, operation, { id, headers });
      // Each answer names its own request.
      return { status: response.status, body: { ...(await response.json()), instance: "" } };
    };
    expect(Object.keys(there), operation.door).toContain(noun);
    const ofNothing = await ask(randomBytes(16).toString("base64url"));
    // Owners have nothing to ask for, of whichever workspace.
    const statuses = operation.permission === "access:request" ? [403] : [404, 422];
    expect.soft(statuses, operation.door).toContain(ofNothing.status);
    expect.soft(await ask(there[noun] ?? ""), operation.door).toEqual(ofNothing);
    asked += 1;
  }
  expect(asked).toBeGreaterThan(25);
  expect((await owner.post("/workspaces/active", { workspaceId: here })).status).toBe(204);
});

test("Z5: members and viewers get what a tile needs and nothing else", async ({ cast, home }) => {
  const { id } = await new Stage(cast, home.clari.pair).credential();
  for (const role of ["member", "viewer"] as const) {
    const { data } = (await cast[role].get("/credentials")).body;
    const tile = data.find((credential: { id: string }) => credential.id === id);
    expect(Object.keys(tile).toSorted(), role).toEqual([
      "checkedAt",
      "connectorId",
      "createdAt",
      "description",
      "id",
      "name",
      "ownerName",
      "plainValues",
      "status",
      "usedBy",
      "verifiedAt",
    ]);
  }
  // A page is no way around it: neither its HTML nor what it sends to the browser.
  for (const path of [`/credentials/${id}`, "/credentials", "/data-sources/new/clari-copilot"]) {
    const response = await fetch(`${home.app.url}${path}`, { headers: { cookie: cast.member.cookie } });
    const html = await response.text();
    expect(response.status, path).toBe(200);
    expect(html, path).toContain("Credential");
    for (const hidden of ["recentChecks", "durationMs", "Replace values", "Verify now", "ownerId", "revision"])
      expect(html, `${path}: ${hidden}`).not.toContain(hidden);
  }
});

test("Z3, Z6, Z7: fields that are not asked for change nothing, and what is no text is refused", async ({
  cast,
  home,
}) => {
  const { admin, owner, member } = cast;
  const stage = new Stage(cast, home.clari.pair);
  const extra = {
    workspaceId: "other-workspace",
    ownerId: await member.userId(),
    status: "FAILED",
    role: "owner",
    id: "chosen-id-1",
  };
  const created = await admin.post("/credentials", { ...stage.credentialBody(), ...extra });
  expect(created.body).toMatchObject({ ownerId: await admin.userId(), status: "VERIFIED" });
  expect(created.body.id).not.toBe(extra.id);
  const target = await stage.someone();
  // The path counts, not the body.
  expect(
    (await admin.patch(`/members/${target}`, { role: "member", seen: "viewer", userId: await owner.userId() })).status,
  ).toBe(204);
  expect(await owner.userId()).toBeTruthy();
  for (const odd of [{ not: "" }, { contains: "" }, [], ["owner"], 7, true, null]) {
    const shown = JSON.stringify(odd);
    const asks = [
      owner.patch(`/members/${target}`, { role: odd, seen: "member" }),
      owner.patch(`/members/${target}`, { role: "viewer", seen: odd }),
      // In an address everything is a text.
      owner.delete(`/members/${target}?successorId=${encodeURIComponent(shown)}`),
      owner.post("/invitations", { email: odd, role: "viewer" }),
      owner.post("/workspaces/active", { workspaceId: odd }),
      owner.post("/workspaces", { name: odd }),
      owner.post(`/credentials/${created.body.id}/transfer`, { ownerId: odd }),
    ];
    for (const { status } of await Promise.all(asks)) expect(status, shown).toBe(422);
    const accepted = await anonymous(owner.url).post("/invitations/accept", { token: odd, name: "x", password: "x" });
    expect(accepted.status, shown).toBe(410);
  }
  const rows = (await owner.get("/members")).body.data as { userId: string; role: string }[];
  expect(rows.find(({ userId }) => userId === target)?.role).toBe("member");
});

test("Z9: what a page of one workspace sends is not written into another", async ({ owner, home }) => {
  const stage = new Stage({ owner } as Cast, home.clari.pair);
  const { activeId: before } = (await owner.get("/workspaces")).body;
  const { workspaceId } = (await owner.post("/workspaces", { name: "Switched to" })).body;
  await owner.post("/workspaces/active", { workspaceId });
  const body = stage.credentialBody();
  for (const [method, path, input] of [
    ["POST", "/credentials", body],
    ["POST", "/credentials/verify", { connectorId: body.connectorId, values: body.values }],
    ["POST", "/invitations", { email: newEmail("z9"), role: "viewer" }],
    ["PATCH", "/settings", { emailNotices: false }],
  ] as const) {
    const headers = { "x-workspace": before, ...ifMatch(0) };
    const { status, body: answer } = await owner.send(method, path, input, headers);
    expect(status, path).toBe(409);
    expect(answer.code, path).toBe("WORKSPACE_SWITCHED");
  }
  expect((await owner.get("/credentials")).body.data).toEqual([]);
  expect((await owner.post("/credentials", body, { "x-workspace": workspaceId })).status).toBe(201);
  await owner.post("/workspaces/active", { workspaceId: before });
});

test("A9, A11: a role counts at the next request, and so do a removal and its end of sessions", async ({ owner }) => {
  const person = await join(owner, "admin", "Changing");
  const id = await person.userId();
  expect((await person.get("/settings")).status).toBe(200);
  await owner.patch(`/members/${id}`, { role: "viewer", seen: "admin" });
  expect((await person.get("/settings")).status).toBe(403);
  await owner.patch(`/members/${id}`, { role: "admin", seen: "viewer" });
  expect((await person.get("/settings")).status).toBe(200);
  expect((await owner.post(`/members/${id}/end-sessions`)).body).toEqual({ ended: 1 });
  expect((await person.get("/settings")).status).toBe(401);
});

test("the last owner stays, also where two owners demote each other at the same moment", async ({ owner }) => {
  const { workspaceId } = (await owner.post("/workspaces", { name: newName("Race") })).body;
  const { activeId: home } = (await owner.get("/workspaces")).body;
  await owner.post("/workspaces/active", { workspaceId });
  const me = await owner.userId();
  expect((await owner.patch(`/members/${me}`, { role: "admin", seen: "owner" })).body.code).toBe("LAST_OWNER");
  expect((await owner.delete(`/members/${me}`)).body.code).toBe("LAST_OWNER");
  for (let round = 0; round < 8; round += 1) {
    const other = await join(owner, "owner", newName("Rival"));
    const id = await other.userId();
    await Promise.all([
      owner.patch(`/members/${id}`, { role: "admin", seen: "owner" }),
      other.patch(`/members/${me}`, { role: "admin", seen: "owner" }),
    ]);
    const rows = (await owner.get("/members")).body.data as { userId: string; role: string }[];
    const left = rows.filter(({ role }) => role === "owner").map(({ userId }) => userId);
    expect(left, `round ${round}`).toHaveLength(1);
    if (left[0] === me) continue;
    // Back to one owner, the same as before, for the next round.
    await other.patch(`/members/${me}`, { role: "owner", seen: "admin" });
    expect((await owner.patch(`/members/${id}`, { role: "admin", seen: "owner" })).status).toBe(204);
  }
  await owner.post("/workspaces/active", { workspaceId: home });
});
