import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { trailOf } from "@/lib/data-sources/tokens/show-token.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { log } from "@/lib/platform/log";
import { askApi } from "./ask-api.fixture";

// The wire of the API, by token and without a server: what each answer says beside its body.

// Before the imports, which read the environment once.
const { clari, close, maker, ask, newCredential, create } = await vi.hoisted(async () =>
  (await import("./api-home.fixture")).startApiHome(),
);
afterAll(close);
const ifMatch = (tag: string | null) => ({ "if-match": String(tag) });

beforeEach(() => clari.behave());

it("the whole main job, by token alone: create, verify, select, read, replace, move, delete", async () => {
  const created = await ask("POST", "/credentials", newCredential("Sales EU"));
  expect(created.status).toBe(201);
  const { id } = created.body;
  expect(created.headers.get("location")).toBe(`/api/v1/credentials/${id}`);
  expect((await ask("POST", `/credentials/${id}/verify`)).body).toMatchObject({ status: "VERIFIED" });
  const chosen = {
    connectorId: "clari-copilot",
    credentialId: id,
    endpointId: "users",
    name: "People",
    parameters: {},
  };
  const source = (await ask("POST", "/data-sources", chosen)).body;
  const records = await ask("GET", `/data-sources/${source.id}/records`);
  expect(records.body.data.length).toBeGreaterThan(1);
  expect(records.headers.get("latchkey-read-id")).toBe(records.body.read);

  const found = await ask("GET", `/credentials/${id}`);
  expect(found.body.dataSources).toEqual([{ id: source.id, name: "People" }]);
  expect(found.headers.get("etag")).toBe(`"${found.body.revision}"`);
  const replaced = await ask(
    "PUT",
    `/credentials/${id}/values`,
    { values: clari.pair },
    ifMatch(found.headers.get("etag")),
  );
  expect([replaced.status, replaced.body.version]).toEqual([200, 2]);

  const blocked = await ask("DELETE", `/credentials/${id}`);
  expect([blocked.status, blocked.body.code]).toEqual([409, "IN_USE"]);
  const other = await create("Sales US");
  const moved = await ask("POST", `/credentials/${id}/move`, { targetId: other.id });
  expect(moved.body).toEqual({ count: 1, left: 0 });
  const deleted = await ask("DELETE", `/credentials/${id}`);
  expect([deleted.status, deleted.body]).toEqual([204, undefined]);
  expect((await ask("GET", `/credentials/${id}`)).body.code).toBe("NOT_FOUND");
  expect(JSON.stringify([created.body, found.body, records.body])).not.toContain(clari.pair.apiPassword);
  expect(created.headers.get("set-cookie")).toBeNull();
});

describe("what was seen", () => {
  it("a change without it is asked for it, one of an older state is refused and changes nothing", async () => {
    const { id, revision } = await create("Seen");
    const path = `/credentials/${id}`;
    for (const none of [{}, ifMatch("*")]) {
      const missing = await ask("PATCH", path, { name: "Unseen" }, none);
      expect([missing.status, missing.body.code]).toEqual([428, "PRECONDITION_REQUIRED"]);
    }
    const first = await ask("PATCH", path, { name: "Seen again" }, ifMatch(`"${revision}"`));
    expect([first.status, first.body.name, first.body.description]).toEqual([200, "Seen again", ""]);
    expect(first.headers.get("etag")).toBe(`"${first.body.revision}"`);
    for (const stale of [`"${revision}"`, `W/"${revision}"`, "seven", '"99999999999"', '""']) {
      const refused = await ask("PATCH", path, { name: "Too late" }, ifMatch(stale));
      expect([refused.status, refused.body.code], stale).toEqual([412, "CHANGED_MEANWHILE"]);
    }
    const weak = await ask("PATCH", path, { description: "Kept" }, ifMatch(`W/"${first.body.revision}"`));
    expect([weak.status, weak.body.name, weak.body.description]).toEqual([200, "Seen again", "Kept"]);
  });
});

it("a list leads on by next and by Link, with what else was asked", async () => {
  const rows = Array.from({ length: 51 }, (_, at) => `Many ${at}`);
  for (const name of rows) await create(name);
  const first = await ask("GET", "/credentials?q=many&sort=name");
  expect(first.body.data).toHaveLength(50);
  const next = new URL(first.body.next);
  expect([next.searchParams.get("q"), next.searchParams.get("sort")]).toEqual(["many", "name"]);
  expect(first.headers.get("link")).toBe(`<${first.body.next}>; rel="next"`);
  const last = await ask("GET", `${next.pathname.slice("/api/v1".length)}${next.search}`);
  expect([last.body.data.length, last.body.next, last.headers.get("link")]).toEqual([1, null, null]);
});

it("each answer names its request and what is left of the token's requests", async () => {
  const one = await ask("GET", "/me");
  expect(one.body).toMatchObject({ kind: "token", name: "Nightly load", role: "admin", sources: "every" });
  expect(one.headers.get("latchkey-request-id")).toMatch(/^[\w-]{22}$/);
  expect(one.headers.get("ratelimit-policy")).toBe('"token";q=400;w=60');
  const left = (headers: Headers) => Number(/^"token";r=(\d+);t=\d+$/.exec(headers.get("ratelimit") ?? "")?.[1]);
  expect(left((await ask("GET", "/me")).headers)).toBe(left(one.headers) - 1);
});

it("L3: what was refused is a line of the log that is found by the request's id", async () => {
  const info = vi.spyOn(log, "info");
  const refused = await ask("PATCH", "/credentials/of-nobody-here", { name: "New" }, ifMatch('"1"'));
  expect(refused.body.instance).toBe(`urn:latchkey:request:${refused.headers.get("latchkey-request-id")}`);
  const requestId = refused.headers.get("latchkey-request-id");
  const lines = info.mock.calls.map(([line]) => line).filter((line) => Object(line).requestId === requestId);
  const actorId = expect.stringMatching(/^token:/);
  expect(lines).toEqual([{ requestId, operation: "updateCredential", actorId, code: "NOT_FOUND" }]);
  info.mockClear();
  expect((await askApi("lk_nobody", "GET", "/credentials")).status).toBe(401);
  expect(info).not.toHaveBeenCalled();
});

it("a token that asks too often is told when it may again, and others are not held up", async () => {
  const [other] = (await makeWorkspace("admin")) as [Member];
  const wild = (await createToken(other, { name: "Wild", sources: "every" })).value;
  let last = await askApi(wild, "GET", "/me");
  for (let asked = 1; asked <= 400 && last.status === 200; asked += 1) last = await askApi(wild, "GET", "/me");
  expect([last.status, last.body.code]).toEqual([429, "TOO_MANY_REQUESTS"]);
  expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(last.headers.get("ratelimit")).toMatch(/^"token";r=0;t=\d+$/);
  expect((await ask("GET", "/me")).status).toBe(200);
});

it("L1: what was done is the token's in the trail", async () => {
  const { id } = await create("By a token");
  await ask("DELETE", `/credentials/${id}`);
  const acts = (await trailOf(maker.workspaceId)).slice(-2).map(({ action, actorId }) => [action, actorId.slice(0, 6)]);
  expect(acts).toEqual([
    ["credential.created", "token:"],
    ["credential.deleted", "token:"],
  ]);
});
