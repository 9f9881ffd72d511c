import { afterEach, describe, expect, it } from "vitest";
import { ask, pairHeaders } from "./ask";
import type { ClariSandbox, ClariSandboxOptions } from "./clari-sandbox";
import { startClariSandbox } from "./start-clari-sandbox";

let sandbox: ClariSandbox;
afterEach(() => sandbox.close());

async function start(options: ClariSandboxOptions = {}) {
  sandbox = await startClariSandbox(options);
}
const get = (path: string) => ask(sandbox.url + path, { headers: pairHeaders(sandbox.pair) });

describe("authentication", () => {
  it("accepts its pair", async () => {
    await start();
    const { status, text } = await get("/users");
    expect(status).toBe(200);
    expect(JSON.parse(text).users).toHaveLength(40);
  });

  it.each([
    ["no header", {}],
    ["only the key", { "X-Api-Key": "some" }],
    ["only the password", { "X-Api-Password": "some" }],
    ["an empty password", { "X-Api-Key": "some", "X-Api-Password": "" }],
    ["a fault without a password", { "X-Api-Key": "fault:html" }],
  ])("says that credentials were not provided: %s", async (_, headers) => {
    await start();
    const { status, text } = await ask(`${sandbox.url}/users`, { headers });
    expect(status).toBe(401);
    expect(text).toBe(
      '{"errorMessage":"Credentials not provided!, see documentation: https://api-doc.copilot.clari.com"}',
    );
  });

  it("refuses a wrong key, a wrong password and the two swapped", async () => {
    await start();
    const { apiKey, apiPassword } = sandbox.pair;
    for (const pair of [
      { apiKey: `${apiKey}x`, apiPassword },
      { apiKey, apiPassword: "wrong" },
      { apiKey: apiPassword, apiPassword: apiKey },
    ]) {
      const { status, text } = await ask(`${sandbox.url}/users`, { headers: pairHeaders(pair) });
      expect([status, text]).toEqual([401, '{"errorMessage":"Invalid credentials"}']);
    }
  });

  it("can refuse like a gateway", async () => {
    await start({ refuseWith: 403 });
    const { status, text } = await ask(`${sandbox.url}/users`, {
      headers: pairHeaders({ apiKey: "a", apiPassword: "b" }),
    });
    expect([status, text]).toEqual([403, '{"message":"Forbidden"}']);
  });

  it("stops the old pair at once when a new one is generated", async () => {
    await start();
    const old = sandbox.pair;
    const made = sandbox.generatePair();
    expect(sandbox.pair).toEqual(made);
    expect((await ask(`${sandbox.url}/users`, { headers: pairHeaders(old) })).status).toBe(401);
    expect((await get("/users")).status).toBe(200);
  });

  it("takes a pair outside ASCII as UTF-8 bytes", async () => {
    await start({ pair: { apiKey: "clé", apiPassword: "pass€word" } });
    const latin1 = (text: string) => Buffer.from(text, "utf8").toString("latin1");
    const headers = pairHeaders({ apiKey: latin1("clé"), apiPassword: latin1("pass€word") });
    expect((await ask(`${sandbox.url}/users`, { headers })).status).toBe(200);
  });
});

describe("limits", () => {
  it("answers ten requests in a second, and the eleventh with 429", async () => {
    await start();
    const all = await Promise.all(Array.from({ length: 14 }, () => get("/topics")));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  it("answers 429 past the week's requests", async () => {
    await start({ ratePerWeek: 2 });
    const statuses = [await get("/topics"), await get("/topics"), await get("/topics")].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it("answers 502 where a reply would pass 6 MB", async () => {
    await start({ people: 45_000, calls: 0 });
    expect((await get("/users")).status).toBe(502);
    expect((await get("/topics")).status).toBe(200);
  });
});

describe("records", () => {
  it("tells what was asked, never the secrets", async () => {
    await start();
    const before = Date.now();
    await get(`/calls?limit=1&key=${sandbox.pair.apiKey}`);
    await ask(`${sandbox.url}/${encodeURIComponent("pass word/1")}`, {
      method: "POST",
      headers: pairHeaders({ apiKey: "another", apiPassword: "pass word/1" }),
    });
    await ask(`${sandbox.url}/users`, { headers: { "X-Api-Key": sandbox.pair.apiKey } });
    expect(sandbox.requests).toEqual([
      {
        number: 1,
        method: "GET",
        path: "/calls",
        query: "?limit=1&key=[secret]",
        status: 200,
        at: expect.any(Number),
        arrived: expect.any(Number),
        retryAt: null,
        bytes: expect.any(Number),
        abandoned: false,
        hasBothHeaders: true,
        headersMatchPair: true,
        pair: 1,
        fault: null,
      },
      expect.objectContaining({ method: "POST", path: "/[secret]", status: 401, headersMatchPair: false }),
      expect.objectContaining({ status: 401, hasBothHeaders: false, headersMatchPair: false }),
    ]);
    expect(sandbox.requests[0]?.at).toBeGreaterThanOrEqual(before);
    expect(JSON.stringify(sandbox.requests)).not.toContain(sandbox.pair.apiPassword);
    sandbox.clearRequests();
    expect(sandbox.requests).toHaveLength(0);
  });
});

describe("close", () => {
  it("ends requests that hang, with headers sent or not", async () => {
    await start();
    const faults = ["hang", "slowheaders", "slowbody", "huge", "slow:60000"];
    const asked = faults.map((fault) =>
      ask(`${sandbox.url}/users`, { headers: pairHeaders({ apiKey: `fault:${fault}`, apiPassword: "p" }) }),
    );
    await expect.poll(() => sandbox.requests.length).toBe(faults.length);
    await sandbox.close();
    const ends = (await Promise.all(asked)).map(({ end }) => end);
    expect(ends).not.toContain("timed-out");
    expect(ends[0]).toBe("ECONNRESET");
    expect((await ask(`${sandbox.url}/users`)).end).toBe("ECONNREFUSED");
  });
});
