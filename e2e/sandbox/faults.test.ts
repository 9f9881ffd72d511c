import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Asked, ask, pairHeaders } from "./ask";
import type { ClariSandbox } from "./clari-sandbox";
import { FAULTS } from "./faults";
import { startClariSandbox } from "./start-clari-sandbox";

let sandbox: ClariSandbox;
beforeAll(async () => {
  sandbox = await startClariSandbox({ ratePerSecond: 1000 });
});
beforeEach(() => sandbox.behave());
afterAll(() => sandbox.close());

const apiPassword = "any password";
const get = (patienceMs?: number, pair = sandbox.pair) =>
  ask(`${sandbox.url}/users`, { headers: pairHeaders(pair), ...(patienceMs !== undefined && { patienceMs }) });
const byKey = (fault: string, patienceMs?: number) => get(patienceMs, { apiKey: `fault:${fault}`, apiPassword });
const usersOf = (text: string) => JSON.parse(text).users as { id: string }[];
const isCorrect = (text: string) => expect(usersOf(text)).toHaveLength(40);

const isNoJson = ({ text, end }: Asked, beginning: RegExp) => {
  expect([end, text]).toEqual(["complete", expect.stringMatching(beginning)]);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
};

/** The gist of every fault, by its name: a fault without one fails the test after this table. */
const gists: Record<string, (fault: (argument?: string, patienceMs?: number) => Promise<Asked>) => Promise<void>> = {
  hang: async (fault) => expect(await fault("", 300)).toMatchObject({ status: undefined, end: "timed-out" }),
  slowheaders: async (fault) => expect(await fault("", 1200)).toMatchObject({ status: undefined, end: "timed-out" }),
  slowbody: async (fault) => {
    const { status, end, text } = await fault("", 700);
    expect([status, end]).toEqual([200, "timed-out"]);
    expect(text).toMatch(/^\{"users":\[ {2,}$/);
  },
  slow: async (fault) => {
    const before = performance.now();
    const { text } = await fault("400");
    expect(performance.now() - before).toBeGreaterThan(390);
    isCorrect(text);
  },
  reset: async (fault) => expect(await fault()).toMatchObject({ status: undefined, end: "ECONNRESET" }),
  flaky: async (fault) => {
    const statuses = [await fault("2"), await fault("2"), await fault("2"), await fault("2")].map((one) => one.status);
    expect(statuses).toEqual([503, 503, 200, 200]);
  },
  status: async (fault) => {
    for (const code of [200, 403, 404, 418, 500, 504]) expect((await fault(String(code))).status).toBe(code);
    const bodiless = await fault("204");
    expect(bodiless).toMatchObject({ status: 204, text: "", end: "complete" });
    expect(bodiless.headers).not.toHaveProperty("content-length");
  },
  "429": async (fault) => {
    for (const seconds of ["2", "999999999", "-1"]) {
      const { status, headers } = await fault(seconds);
      expect([status, headers["retry-after"]]).toEqual([429, seconds]);
    }
    expect((await fault("none")).headers).not.toHaveProperty("retry-after");
    expect((await fault("garbage")).headers["retry-after"]).toBe("soon, we hope");
    const inMs = async (date: string) => Date.parse(String((await fault(date)).headers["retry-after"])) - Date.now();
    expect(Math.abs((await inMs("date")) - 5000)).toBeLessThan(2000);
    expect(Math.abs((await inMs("date:60")) - 60_000)).toBeLessThan(2000);
    expect(await inMs("past")).toBeLessThan(0);
  },
  cut: async (fault) => {
    const [reset, ended, chunked] = [await fault(""), await fault("end"), await fault("chunked")];
    for (const { end, text } of [reset, ended, chunked])
      expect([end, text.endsWith("}")]).toEqual(["ECONNRESET", false]);
  },
  redirect: async (fault) => {
    for (const code of ["301", "302", "303", "307", "308"]) {
      const { status, headers } = await fault(code);
      expect([String(status), headers.location]).toEqual([code, `${sandbox.url}/users`]);
    }
    expect((await fault("302:http://169.254.169.254/latest")).headers.location).toBe("http://169.254.169.254/latest");
    expect((await fault("307:file:///etc/hosts")).headers.location).toBe("file:///etc/hosts");
  },
  redirloop: async (fault) => {
    expect((await fault()).headers.location).toBe(`${sandbox.url}/users?hop=1`);
    const next = await ask(`${sandbox.url}/users?hop=7`, {
      headers: pairHeaders({ apiKey: "fault:redirloop", apiPassword }),
    });
    expect([next.status, next.headers.location]).toEqual([302, `${sandbox.url}/users?hop=8`]);
  },
  html: async (fault) => {
    const { status, headers, text } = await fault();
    expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(text).toContain("<form");
    expect((await fault("502")).status).toBe(502);
  },
  reflect: async (fault) => {
    const { status, text } = await fault();
    expect(status).toBe(401);
    expect(JSON.parse(text).errorMessage).toContain("<img src=x onerror=alert(1)>");
    expect([apiPassword, sandbox.pair.apiPassword].some((secret) => text.includes(secret))).toBe(true);
  },
  huge: async (fault) => {
    const { status, text, end } = await fault("", 20_000);
    expect([status, end]).toEqual([200, "complete"]);
    expect(text.length).toBeGreaterThan(50 * 1024 * 1024);
    const users = usersOf(text);
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
  },
  "foreign-huge": async (fault) => {
    const { text } = await fault("", 20_000);
    expect(text.length).toBeGreaterThan(50 * 1024 * 1024);
    expect(text.slice(0, 10)).toBe('{"items":[');
  },
  bomb: async (fault) => {
    const { headers, body } = await fault("", 20_000);
    expect(headers["content-encoding"]).toBe("gzip");
    expect(body.byteLength).toBeLessThan(400 * 1024);
    expect(gunzipSync(body).byteLength).toBe(300 * 1024 * 1024 + 12);
  },
  empty: async (fault) => expect(await fault()).toMatchObject({ status: 200, text: "", end: "complete" }),
  badjson: async (fault) => isNoJson(await fault(), /^users/),
  "truncated-json": async (fault) => isNoJson(await fault(), /^\{"users":\[\{"id"/),
  proto: async (fault) => expect((await fault()).text).toBe('{"__proto__":{"users":[]}}'),
  notarray: async (fault) => expect((await fault()).text).toBe('{"users":"no"}'),
  nousers: async (fault) => expect((await fault()).text).toBe("{}"),
  array: async (fault) => expect((await fault()).text).toBe("[]"),
  truncated: async (fault) => {
    const { status, headers, end, body } = await fault();
    expect([status, headers["content-length"], end]).toEqual([200, "5000", "ECONNRESET"]);
    expect(body.byteLength).toBeGreaterThan(0);
    expect(body.byteLength).toBeLessThan(5000);
  },
  garbage: async (fault) => {
    const { status, body } = await fault();
    expect([status, body.byteLength]).toEqual([200, 4096]);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(body)).toThrow(TypeError);
  },
  nohttp: async (fault) => expect((await fault()).end).toMatch(/^HPE_/),
  gzip: async (fault) => isCorrect(gunzipSync((await fault()).body).toString("utf8")),
  br: async (fault) => isCorrect(brotliDecompressSync((await fault()).body).toString("utf8")),
  deflate: async (fault) => isCorrect(inflateSync((await fault()).body).toString("utf8")),
  bom: async (fault) => {
    const { body, text } = await fault();
    expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    isCorrect(text.slice(1));
  },
  nobody: async (fault) => expect(usersOf((await fault()).text)).toEqual([]),
  "no-header": async (fault) => expect(await fault()).toMatchObject({ status: 401 }),
  big: async (fault) => {
    const { body, text } = await fault();
    expect(usersOf(text)).toHaveLength(20_000);
    expect(body.byteLength).toBeGreaterThan(3_000_000);
    expect(body.byteLength).toBeLessThan(4_000_000);
  },
};

describe("every fault", () => {
  it("has its gist tested, a description, and an example that works", async () => {
    expect(Object.keys(gists).toSorted()).toEqual(FAULTS.map(({ name }) => name).toSorted());
    for (const { example, description } of FAULTS) {
      expect(description).toMatch(/\.$/);
      sandbox.behave(example);
    }
  });

  it.each(FAULTS.map(({ name }) => name))("%s, for all requests", async (name) => {
    await gists[name]?.((argument = "", patienceMs) => {
      const fault = argument === "" ? name : `${name}:${argument}`;
      // Choosing it anew would start the count of flaky anew.
      if (name !== "flaky" || sandbox.requests.at(-1)?.fault !== fault) sandbox.behave(fault);
      return get(patienceMs);
    });
  });

  // Seconds each, and no different by key.
  const long = ["huge", "foreign-huge", "bomb"];
  it.each(FAULTS.map(({ name }) => name).filter((name) => !long.includes(name)))("%s, by its API Key", async (name) => {
    await gists[name]?.((argument = "", patienceMs) =>
      byKey(argument === "" ? name : `${name}:${argument}`, patienceMs),
    );
  });
});

describe("choosing a fault", () => {
  it("ends after so many requests, or when it is taken back", async () => {
    sandbox.behave("status:500", 2);
    expect([(await get()).status, (await get()).status, (await get()).status]).toEqual([500, 500, 200]);
    sandbox.behave("status:500");
    expect((await get()).status).toBe(500);
    sandbox.behave();
    expect((await get()).status).toBe(200);
  });

  it.each([
    "nothing",
    "hang:1",
    "slow",
    "slow:soon",
    "status:99",
    "status:600",
    "redirect:304",
    "429:x",
    "flaky:-1",
    "",
  ])("refuses %j", async (fault) => {
    expect(() => sandbox.behave(fault)).toThrow(/no fault/);
    expect((await byKey(fault)).status).toBe(400);
  });

  it("counts flaky by key and password, and anew when it is chosen again", async () => {
    const flaky = (password: string) => get(undefined, { apiKey: "fault:flaky:1", apiPassword: password });
    expect((await flaky("one")).status).toBe(503);
    expect((await flaky("two")).status).toBe(503);
    expect((await flaky("one")).status).toBe(200);
    sandbox.behave();
    expect((await flaky("one")).status).toBe(503);
    sandbox.behave("flaky:1");
    expect([(await get()).status, (await get()).status]).toEqual([503, 200]);
    sandbox.behave("flaky:1");
    expect((await get()).status).toBe(503);
  });

  it("notes the fault and the status", async () => {
    sandbox.clearRequests();
    await byKey("html:502");
    await byKey("hang", 200);
    expect(sandbox.requests).toMatchObject([
      { fault: "html:502", status: 502, headersMatchPair: false },
      { fault: "hang", status: null },
    ]);
  });

  it("keeps the pair needed where the fault is for all and the answer is a correct one", async () => {
    sandbox.behave("bom");
    expect((await get(undefined, { apiKey: "wrong", apiPassword })).status).toBe(401);
  });

  it("serves the other endpoints to a fault's key", async () => {
    const headers = pairHeaders({ apiKey: "fault:slow:1", apiPassword });
    const { status, text } = await ask(`${sandbox.url}/calls?limit=3`, { headers });
    expect(status).toBe(200);
    expect(JSON.parse(text).calls).toHaveLength(3);
  });

  it("does not let one endless answer keep others waiting", async () => {
    let hasEnded = false;
    const asked = byKey("huge", 5000).then(() => {
      hasEnded = true;
    });
    await get();
    expect(hasEnded).toBe(false);
    await sandbox.close();
    await asked;
  });
});
