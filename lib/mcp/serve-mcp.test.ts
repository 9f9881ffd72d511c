import { afterAll, describe, expect, it, vi } from "vitest";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { trailOf } from "@/lib/data-sources/tokens/show-token.fixture";
import { changeRole } from "@/lib/members/change-role";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { readLines, sourceOf } from "@/lib/reading/reading.fixture";
import { refuseMethod, serveMcp } from "./serve-mcp";
import { UNTRUSTED } from "./tool";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries({ ...home.env, API_PER_MINUTE: "40" })) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

type Sent = { headers?: Record<string, string>; query?: string; raw?: string };

/** As a client of the protocol of 2025 asks, which sends no more than this. */
function ask(token: string | undefined, method: string, params: object = {}, { headers, query, raw }: Sent = {}) {
  return serveMcp(
    new Request(`http://localhost:3000/mcp${query ?? ""}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: raw ?? JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    }),
  );
}

/** What the one message of an answer says, as JSON or as the one event of a stream. */
async function messageOf(response: Response) {
  const text = await response.text();
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text);
}

async function call(token: string, name: string, input: object = {}) {
  const response = await ask(token, "tools/call", { name, arguments: input });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return (await messageOf(response)).result;
}

const tokenOf = async (actor: Member, scopes = ["mcp:use"]) =>
  (await createToken(actor, { name: "Assistant", sources: "every", scopes })).value;

const codeOf = async (response: Response) => [response.status, (await response.json()).code];

describe("the tools", () => {
  it("are four, look only, take nothing that they do not know, and say that texts are other people's", async () => {
    const { actor } = await sourceOf(clari.pair, "users");
    const { tools } = (await messageOf(await ask(await tokenOf(actor), "tools/list"))).result;
    const names = ["list_credentials", "list_data_sources", "describe_data_source", "sample_records"];
    expect(tools.map(({ name }: { name: string }) => name)).toEqual(names);
    for (const { annotations, inputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
      expect(description).toContain(UNTRUSTED);
      for (const property of Object.values<{ description?: string }>(inputSchema.properties))
        expect(property.description).toBeTruthy();
    }
  });

  it("S1: list credentials and data sources with their health, and no value", async () => {
    const { actor, credential, source } = await sourceOf(clari.pair, "users");
    const token = await tokenOf(actor);
    const credentials = await call(token, "list_credentials");
    const [tile] = credentials.structuredContent.credentials;
    expect(tile).toMatchObject({ id: credential.id, type: "Clari Copilot", needsAttention: false });
    expect(tile.health).toContain("Verified, last at 20");
    expect(credentials.structuredContent.note).toBe(UNTRUSTED);
    expect(JSON.parse(credentials.content[0].text)).toEqual(credentials.structuredContent);
    const unread = await call(token, "list_data_sources");
    expect(unread.structuredContent.dataSources).toMatchObject([{ id: source.id, lastRead: null }]);
    await readLines(actor, source.id);
    const read = await call(token, "list_data_sources");
    expect(read.structuredContent.dataSources[0].lastRead).toMatchObject({ status: "complete" });
    const all = JSON.stringify([credentials, unread, read]);
    for (const value of Object.values(clari.pair)) expect(all).not.toContain(value);
  });

  it("describe the endpoint, its parameters and its fields, and which are about people", async () => {
    const { actor, source } = await sourceOf(clari.pair, "calls", { filterStatus: ["PROCESSED"] });
    const { structuredContent } = await call(await tokenOf(actor), "describe_data_source", { dataSourceId: source.id });
    expect(structuredContent).toMatchObject({ key: "id", canReadWhatChanged: true, endpoint: { method: "GET" } });
    expect(structuredContent.parameters).toHaveLength(1);
    expect(structuredContent.fields).toContainEqual({ path: "id", type: "text" });
    expect(structuredContent.fields).toContainEqual({ path: "users.*.userEmail", type: "text", personal: true });
  });

  it("do not hand out addresses of people that a data source is narrowed to", async () => {
    const [user, guest, other] = ["ann@acme.example", "bo@else.example", "cy@else.example"] as const;
    const parameters = { filterUser: [user], filterAttendees: [guest, other], filterTopics: ["Price"] };
    for (const endpointId of ["calls", "call-details"]) {
      const { actor, source } = await sourceOf(clari.pair, endpointId, parameters);
      const answer = await call(await tokenOf(actor), "describe_data_source", { dataSourceId: source.id });
      for (const address of [user, guest, other]) expect(JSON.stringify(answer)).not.toContain(address);
      expect(answer.structuredContent.parameters).toEqual([
        { name: "Users", values: ["•••"], personal: true },
        { name: "Attendees", values: ["•••", "•••"], personal: true },
        { name: "Topics", values: ["Price"] },
      ]);
    }
  });

  it("sample at most twenty records, without what is about people, and the trail says so", async () => {
    const { actor, source } = await sourceOf(clari.pair, "users");
    const token = await tokenOf(actor);
    const { records } = await readLines(actor, source.id);
    const people = records.slice(0, 20).map((record) => JSON.parse(record) as { email: string; name: string });
    const few = await call(token, "sample_records", { dataSourceId: source.id });
    expect(few.structuredContent.records).toHaveLength(5);
    const most = await call(token, "sample_records", { dataSourceId: source.id, count: 20 });
    expect(most.structuredContent.records.length).toBe(Math.min(20, records.length));
    expect(most.structuredContent.records[0]).toMatchObject({ email: "•••", name: "•••" });
    for (const { email, name } of people) {
      expect(JSON.stringify(most)).not.toContain(email);
      expect(JSON.stringify(most)).not.toContain(name);
    }
    for (const count of [21, 0, 1.5, "5"]) {
      const refused = await messageOf(
        await ask(token, "tools/call", { name: "sample_records", arguments: { dataSourceId: source.id, count } }),
      );
      expect(refused.error ?? refused.result.isError, String(count)).toBeTruthy();
    }
    const looks = (await trailOf(actor.workspaceId)).filter(({ action }) => action === "credential.previewed");
    expect(looks.map(({ actorId }) => actorId.startsWith("token:"))).toEqual([true, true]);
  });

  it("say what a provider refused, in the words that a person gets", async () => {
    const { actor, source } = await sourceOf(clari.pair, "users");
    const token = await tokenOf(actor);
    clari.behave("status:401");
    const refused = await call(token, "sample_records", { dataSourceId: source.id });
    clari.behave();
    expect(refused.isError).toBe(true);
    expect(refused.content[0].text).toContain("CREDENTIAL_FAILED: Clari Copilot didn't accept this pair.");
    expect(refused.structuredContent).toBeUndefined();
  });

  it("see nothing of another workspace, whatever is named", async () => {
    const [one, other] = [await sourceOf(clari.pair, "users"), await sourceOf(clari.pair, "users")];
    const token = await tokenOf(one.actor);
    for (const name of ["describe_data_source", "sample_records"]) {
      const { isError, content } = await call(token, name, { dataSourceId: other.source.id });
      expect([isError, content[0].text]).toEqual([true, expect.stringContaining("NOT_FOUND: ")]);
    }
    const listed = JSON.stringify([await call(token, "list_data_sources"), await call(token, "list_credentials")]);
    expect(listed).not.toContain(other.source.id);
    expect(listed).not.toContain(other.credential.id);
  });

  it("read no more than a person may preview in a minute", async () => {
    const { actor, source } = await sourceOf(clari.pair, "users");
    const token = await tokenOf(actor);
    const results = await Promise.all(
      Array.from({ length: 22 }, () => call(token, "sample_records", { dataSourceId: source.id, count: 1 })),
    );
    const refused = results.filter(({ isError }) => isError);
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expect(refused[0].content[0].text).toContain("TOO_MANY_REQUESTS: ");
  });
});

describe("the door", () => {
  it("opens for a token with the scope, and says why not to others", async () => {
    const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
    const nobody = await ask(undefined, "tools/list");
    expect(nobody.headers.get("www-authenticate")).toBe('Bearer realm="Latchkey"');
    expect(await codeOf(nobody)).toEqual([401, "NOT_SIGNED_IN"]);
    const cookie = { headers: { cookie: "__Host-latchkey.session_token=x" } };
    expect(await codeOf(await ask(undefined, "tools/list", {}, cookie))).toEqual([401, "NOT_SIGNED_IN"]);
    expect(await codeOf(await ask("lk_wrong", "tools/list"))).toEqual([401, "TOKEN_UNKNOWN"]);
    const reads = await tokenOf(owner, ["data-source:read"]);
    expect(await codeOf(await ask(reads, "tools/list"))).toEqual([403, "FORBIDDEN"]);
    const token = await tokenOf(member);
    expect((await ask(token, "tools/list")).status).toBe(200);
    await changeRole(owner, { userId: member.userId, role: "viewer", seen: "member" });
    expect(await codeOf(await ask(token, "tools/list"))).toEqual([403, "FORBIDDEN"]);
    const denied = (await trailOf(owner.workspaceId)).filter(({ action }) => action === "access.denied");
    expect(denied).toHaveLength(2);
  });

  it("N3: takes nothing from a page in a browser, whatever it shows", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const token = await tokenOf(owner);
    for (const headers of [{ origin: "https://elsewhere.example" }, { "sec-fetch-site": "cross-site" }]) {
      expect(await codeOf(await ask(token, "tools/list", {}, { headers }))).toEqual([403, "CROSS_ORIGIN"]);
    }
    const response = await ask(token, "tools/list", {}, { headers: { origin: "http://localhost:3000" } });
    expect([response.status, response.headers.get("set-cookie")]).toEqual([200, null]);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("S2: takes no token in an address", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const token = await tokenOf(owner);
    expect(await codeOf(await ask(token, "tools/list", {}, { query: `?token=${token}` }))).toEqual([
      400,
      "TOKEN_IN_ADDRESS",
    ]);
  });

  it("takes one message of JSON by POST, and keeps no session", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const token = await tokenOf(owner);
    const message = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}';
    for (const [raw, code] of [
      ["{oops", -32_700],
      ["", -32_700],
      [`[${message},${message}]`, -32_600],
      ["7", -32_600],
    ] as const) {
      const response = await ask(token, "", {}, { raw });
      expect([response.status, (await response.json()).error.code], raw).toEqual([400, code]);
    }
    const form = await ask(token, "", {}, { raw: message, headers: { "content-type": "text/plain" } });
    expect(form.status).toBe(415);
    const started = await ask(token, "initialize", {
      ...{ protocolVersion: "2025-06-18", capabilities: {} },
      clientInfo: { name: "test", version: "1" },
    });
    expect([started.status, started.headers.get("mcp-session-id")]).toEqual([200, null]);
    expect((await messageOf(started)).result.serverInfo.name).toBe("latchkey");
    const refused = refuseMethod();
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });

  it("lets one token ask so often in a minute and no more", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const token = await tokenOf(owner);
    const statuses: number[] = [];
    for (let count = 0; count < 42; count += 1) statuses.push((await ask(token, "ping")).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    const limited = await ask(token, "ping");
    expect(limited.headers.get("ratelimit")).toMatch(/^"token";r=0;t=\d+$/);
    expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
