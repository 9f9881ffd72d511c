import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeLatchkey, TOKEN } from "../fake-latchkey.fixture";
import { brokenAnswer, piped, run, startOther, typing } from "../run.fixture";

let server: FakeLatchkey;
beforeEach(async () => {
  server = await FakeLatchkey.start();
});
afterEach(() => server.close());

const PAIR = { apiKey: "key-of-acme", apiPassword: '=secret "x"' };
const bodyOf = (change: string) => server.asked.find(({ method, path: at }) => `${method} ${at}` === change)?.body;

it("stores values from standard input, and sends a key with which it is made once", async () => {
  const words = ["credentials", "add", "Acme", "--name", "EMEA", "--rotate-by", "2027-03-03", "--json"];
  const { code, out } = await run(server, words, { stdin: piped(JSON.stringify(PAIR)) });
  expect([code, JSON.parse(out).name]).toEqual([0, "EMEA"]);
  const made = server.asked.find(({ method }) => method === "POST");
  expect(made?.body).toEqual({
    connectorId: "acme",
    name: "EMEA",
    description: "",
    rotateBy: "2027-03-03",
    values: PAIR,
  });
  expect(made?.headers["idempotency-key"]).toMatch(/^"[\w-]{36}"$/);
});

it("S2: values are asked for in a terminal that does not show them, and there is no argument for them", async () => {
  const stdin = typing(PAIR.apiKey, PAIR.apiPassword);
  const { code, out, err } = await run(server, ["credentials", "add", "acme", "--name", "EMEA"], { stdin });
  expect([code, stdin.isRaw]).toEqual([0, [true, false, true, false]]);
  expect(`${out}${err}`).not.toContain(PAIR.apiKey);
  const help = (await run(server, ["credentials", "add", "--help"])).out;
  expect(help).not.toMatch(/--(api|value|key|password|token)/i);
  const wrong = await run(server, ["credentials", "add", "acme", "--name", "X"], { stdin: piped("key-of-acme") });
  expect([wrong.code, wrong.err.includes("key-of-acme")]).toEqual([2, false]);
});

it("lists page by page, and finds one by its name, where only one has it", async () => {
  for (const name of ["EMEA", "APAC", "Twice", "Twice", "twice"]) server.credential(name);
  const { out } = await run(server, ["credentials", "list", "--json"]);
  expect(JSON.parse(out).map(({ name }: { name: string }) => name)).toEqual([
    "EMEA",
    "APAC",
    "Twice",
    "Twice",
    "twice",
  ]);
  expect((await run(server, ["credentials", "list"])).out.split("\n")[1]).toMatch(
    /^credential-1 +EMEA +acme +VERIFIED/,
  );
  expect((await run(server, ["credentials", "show", "apac"])).out).toContain("credential-2");
  expect((await run(server, ["credentials", "show", "credential-2"])).out).toContain("APAC");
  expect(await run(server, ["credentials", "show", "Twice"])).toMatchObject({
    code: 6,
    err: expect.stringContaining("credential-4"),
  });
  expect((await run(server, ["credentials", "show", "Nobody"])).code).toBe(6);
});

it("verifying ends with what the provider said", async () => {
  for (const [name, status] of Object.entries({ a: "VERIFIED", b: "FAILED", c: "UNVERIFIED" }))
    server.credential(name, { status });
  const codes = [];
  for (const name of ["a", "b", "c"]) codes.push((await run(server, ["credentials", "verify", name])).code);
  expect(codes).toEqual([0, 4, 5]);
});

it("replaces what it saw, and not what someone else changed since", async () => {
  const { id } = server.credential("EMEA");
  const stdin = () => piped(JSON.stringify(PAIR));
  expect((await run(server, ["credentials", "replace", "EMEA"], { stdin: stdin() })).code).toBe(0);
  expect(bodyOf(`PUT /credentials/${id}/values`)).toEqual({ values: PAIR });
  const stale = { status: 412, body: { code: "CHANGED_MEANWHILE", detail: "Someone changed it." } };
  server.instead.set(`PUT /credentials/${id}/values`, [stale]);
  expect((await run(server, ["credentials", "replace", "EMEA"], { stdin: stdin() })).code).toBe(7);
  const refused = {
    ...{ code: "VERIFICATION_REFUSED", detail: "Acme refuses them." },
    verification: {
      status: "FAILED",
      message: "Acme refuses them.",
      causes: ["An old pair."],
      nextStep: "Copy them again.",
    },
  };
  server.instead.set(`PUT /credentials/${id}/values`, [{ status: 422, body: refused }]);
  const { code, err } = await run(server, ["credentials", "replace", "EMEA"], { stdin: stdin() });
  expect([code, err]).toEqual([4, "latchkey: Acme refuses them.\n  - An old pair.\n  Copy them again.\n"]);
});

it("what someone else changed after it was looked at is not overwritten, whatever was typed meanwhile", async () => {
  const { id } = server.credential("EMEA");
  const seen = { status: 200, body: { ...server.credentials[0] } };
  if (server.credentials[0]) server.credentials[0].revision = 2;
  server.instead.set(`GET /credentials/${id}`, [seen]);
  const stdin = piped(JSON.stringify(PAIR));
  expect(await run(server, ["credentials", "replace", "EMEA"], { stdin })).toMatchObject({ code: 7 });
  expect(server.credentials[0]?.revision).toBe(2);
  const source = server.source("Calls", { parameters: { limit: 1 } });
  const before = { ...source };
  Object.assign(source, { parameters: { limit: 1, audio: true }, revision: 2 });
  server.instead.set("GET /data-sources", [{ status: 200, body: { data: [before], next: null } }]);
  server.instead.set(`GET /data-sources/${source.id}`, [{ status: 200, body: before }]);
  for (const name of ["Calls", source.id])
    expect(await run(server, ["sources", "edit", name, "--parameter", "limit=5"])).toMatchObject({ code: 7 });
  expect(source.parameters).toEqual({ limit: 1, audio: true });
  expect((await run(server, ["sources", "edit", "Calls", "--parameter", "limit=5"])).code).toBe(0);
  expect(source.parameters).toEqual({ limit: 5, audio: true });
});

it("moves all that uses a credential, or what is named, and deletes what nothing uses", async () => {
  const [old, next] = [server.credential("Old"), server.credential("New")];
  for (const name of ["A", "B", "C"]) server.source(name, { credential: { id: old.id } });
  expect((await run(server, ["credentials", "move", "Old", "--to", "New", "--source", "B"])).code).toBe(0);
  expect(server.sources.map(({ credential }) => (credential as { id: string }).id)).toEqual([old.id, next.id, old.id]);
  expect((await run(server, ["credentials", "move", "Old", "--to", "New", "--source", "B"])).code).toBe(6);
  expect((await run(server, ["credentials", "move", "Old", "--to", "New"])).err).toContain(": 2.");
  expect((await run(server, ["credentials", "delete", "Old"])).code).toBe(2);
  expect((await run(server, ["credentials", "delete", "Old", "--yes"])).code).toBe(0);
  const inUse = { status: 409, body: { code: "IN_USE", detail: "In use.", blockers: [{ id: "s1", name: "Calls" }] } };
  server.instead.set(`DELETE /credentials/${next.id}`, [inUse]);
  expect(await run(server, ["credentials", "delete", "New", "-y"])).toMatchObject({
    code: 7,
    err: expect.stringContaining("Calls (s1)"),
  });
});

it("what was done is told as JSON too, and nothing else is", async () => {
  const [old, next] = [server.credential("Old"), server.credential("New")];
  const source = server.source("A", { credential: { id: old.id } });
  const tokens = { data: [{ id: "token-1", name: "Nightly" }], next: null };
  server.instead.set("GET /tokens", [{ status: 200, body: tokens }]);
  server.instead.set("DELETE /tokens/token-1", [{ status: 204 }]);
  for (const [words, done] of [
    [
      ["credentials", "move", "Old", "--to", "New"],
      { from: { id: old.id }, to: { id: next.id, name: "New" }, moved: 1 },
    ],
    [["credentials", "delete", "Old", "-y"], { id: old.id, name: "Old", deleted: true }],
    [["sources", "delete", "A", "-y"], { id: source.id, name: "A", deleted: true }],
    [["tokens", "revoke", "Nightly", "-y"], { id: "token-1", name: "Nightly", revoked: true }],
  ] as const) {
    const { code, out, err } = await run(server, [...words, "--json"]);
    expect([code, err, JSON.parse(out)], words.join(" ")).toMatchObject([0, "", done]);
  }
});

it("creates and changes a data source, whose parameters have their kinds", async () => {
  server.credential("EMEA");
  const parameters = ["limit=5", "tags=a", "tags=b=c", "audio=true"].flatMap((pair) => ["--parameter", pair]);
  const words = ["sources", "create", "--name", "Calls", "--credential", "EMEA", "--endpoint", "calls", ...parameters];
  expect((await run(server, words)).code).toBe(0);
  const asked = { limit: 5, tags: ["a", "b=c"], audio: true };
  expect(bodyOf("POST /data-sources")).toMatchObject({ connectorId: "acme", endpointId: "calls", parameters: asked });
  expect((await run(server, ["sources", "edit", "Calls", "--name", "All calls", "--parameter", "limit="])).code).toBe(
    0,
  );
  expect(bodyOf("PATCH /data-sources/source-id-1")).toEqual({ name: "All calls", parameters: { ...asked, limit: "" } });
  const out = ["limit", "tags", "audio"].flatMap((id) => ["--parameter", `${id}=`]);
  expect((await run(server, ["sources", "edit", "All calls", ...out])).code).toBe(0);
  expect(server.sources[0]?.parameters).toEqual({ limit: "", tags: [""], audio: "" });
  expect((await run(server, ["sources", "edit", "All calls"])).code).toBe(2);
  expect((await run(server, ["sources", "edit", "All calls", "--parameter", "nothing=1"])).err).toContain(
    "limit, tags, audio",
  );
  expect((await run(server, ["sources", "list"])).out).toContain("All calls");
  expect((await run(server, ["sources", "delete", "All calls", "-y"])).code).toBe(0);
  expect(server.sources).toEqual([]);
});

it("a preview has the first records, as they came", async () => {
  server.source("Calls");
  server.records = Array.from({ length: 60 }, (_, at) => `{"id":${at}9007199254740993}`);
  const { code, out } = await run(server, ["sources", "preview", "Calls"]);
  expect([code, out]).toEqual([0, `${server.records.slice(0, 25).join("\n")}\n`]);
});

it("a preview that breaks off is something to come back for", async () => {
  const broken = await startOther((request, response) => {
    if (request.url?.includes("/records")) return brokenAnswer(request, response);
    response.end('{"id":"source-id-1"}');
  });
  const env = { LATCHKEY_URL: broken.url, LATCHKEY_TOKEN: TOKEN };
  expect((await run(undefined, ["sources", "preview", "source-id-1"], { env })).code).toBe(5);
  await broken.close();
});

it("shows connectors, and one with all that it takes", async () => {
  expect((await run(server, ["connectors"])).out).toContain("acme");
  const { out } = await run(server, ["connectors", "Acme"]);
  for (const word of ["apiPassword", "hidden", "calls", "tags"]) expect(out).toContain(word);
  expect((await run(server, ["connectors", "nobody"])).code).toBe(6);
});

it("lists and revokes tokens", async () => {
  const tokens = {
    data: [{ id: "token-1", name: "Nightly", sources: "every", scopes: ["data-source:read"] }],
    next: null,
  };
  server.instead.set(
    "GET /tokens",
    [1, 2].map(() => ({ status: 200, body: tokens })),
  );
  server.instead.set("DELETE /tokens/token-1", [{ status: 204 }]);
  expect((await run(server, ["tokens", "list"])).out).toMatch(/Nightly .*data-source:read +every +never/);
  expect((await run(server, ["tokens", "revoke", "Nightly", "--yes"])).code).toBe(0);
  expect(server.changes).toEqual(["DELETE /tokens/token-1"]);
});

it("no name that a server answers with moves the cursor of a terminal", async () => {
  server.credential("x\u001b[2J\u0007y");
  expect((await run(server, ["credentials", "list"])).out).toContain("x [2J y");
});
