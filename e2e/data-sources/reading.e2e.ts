import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { judgeRead } from "../sandbox/read-oracle";
import { expect, test } from "../support/fixtures";
import { linesOf, ReadingStage, readLines } from "../support/reading-stage";

const run = promisify(execFile);
let stage: ReadingStage;
test.beforeAll(async ({ browser }, info) => {
  stage = await ReadingStage.start(browser, info);
});
test.afterAll(() => stage.end());

/** What a right read holds: each record that was always there once, in order, as it was sent. */
const RIGHT = { missing: [], repeated: [], unexpected: [], outOfOrder: [], changed: [], unknown: [] };

for (const boundary of ["inclusive", "exclusive"] as const) {
  test(`records are read each once and in order while they change, with a boundary that is ${boundary}`, async () => {
    const clari = await stage.become({
      generated: { count: 11_000 },
      ties: { count: 500, at: 7000 },
      changes: { share: 0.02 },
      boundary,
    });
    const { records } = await stage.source();
    const after = clari.requests.length;
    const response = await stage.stream(records);
    const lines = await readLines(response);
    expect(await judgeRead(clari.calls, lines, { after })).toMatchObject(RIGHT);
    expect(clari.changes.length).toBeGreaterThan(100);
    const read = await stage.read(response.headers.get("latchkey-read-id"));
    expect(read).toMatchObject({ status: "complete", records: lines.length, door: "ndjson" });
  });
}

test("the same by pages of JSON, through 429 in both forms, 502 and answers that break off; nobody asks too early", async () => {
  const clari = await stage.become({
    generated: { count: 5000 },
    ties: { count: 500, at: 1200 },
    flaky: { tooMany: 0.06, badGateway: 0.06, cut: 0.06 },
    seed: 5,
  });
  const { records } = await stage.source();
  const after = clari.requests.length;
  const lines: string[] = [];
  let next: string | null = `${records}?limit=1000`;
  let resume: string | null = null;
  while (next !== null) {
    const response: Response = await fetch(next, { headers: stage.headers() });
    expect(response.status).toBe(200);
    const text = await response.text();
    const page = JSON.parse(text);
    // Printing changes their escapes: their bytes are compared elsewhere.
    lines.push(...page.data.map((record: unknown) => JSON.stringify(record)));
    expect(response.headers.get("link")).toBe(page.next === null ? null : `<${page.next}>; rel="next"`);
    expect(page.data.length).toBeLessThanOrEqual(1000);
    ({ next, resume } = page);
  }
  expect({ ...(await judgeRead(clari.calls, lines, { after })), changed: [] }).toMatchObject(RIGHT);
  expect(Date.parse(resume ?? "")).toBeLessThan(Date.now());
  expect(clari.early).toEqual([]);
  const faults = clari.requests.slice(after).map(({ fault }) => fault?.split(":")[0]);
  for (const fault of ["429", "html", "cut"]) expect(faults).toContain(fault);
});

test("what changed since a time is read, and what is to come again", async () => {
  const _clari = await stage.become({ generated: { count: 500 } });
  const { records } = await stage.source();
  const whole = await readLines(await stage.stream(records));
  const since = new Date(Date.now() - 2 * 3_600_000).toISOString();
  const changed = await readLines(await stage.stream(`${records}?since=${since}`));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThan(whole.length);
});

test("numbers of 19 digits, 1e400, keys that stand twice and escapes come as they were sent, from pages with line breaks too", async () => {
  const clari = await stage.become({ generated: { count: 600 }, oddities: true, pretty: true });
  const { records } = await stage.source();
  const after = clari.requests.length;
  const lines = await readLines(await stage.stream(records));
  expect(await judgeRead(clari.calls, lines, { after })).toMatchObject(RIGHT);
  expect(lines.some((line) => line.includes("1e400"))).toBe(true);
  const page = await (await fetch(`${records}?limit=100`, { headers: stage.headers() })).text();
  expect(page.startsWith(`{"data":[${lines.slice(0, 100).join(",")}]`)).toBe(true);
});

test("S1, S4: a provider that echoes the pair, in any spelling, hands it to nobody: neither answer nor log has it", async () => {
  const clari = await stage.become({ generated: { count: 300 }, echo: "all" });
  const { records } = await stage.source();
  const after = clari.requests.length;
  const response = await stage.stream(records);
  const lines = await readLines(response);
  const verdict = await judgeRead(clari.calls, lines, {
    after,
    replaced: { pair: clari.pair, by: "[hidden by Latchkey]" },
  });
  expect(verdict).toMatchObject({ missing: [], repeated: [], unexpected: [], unknown: [] });
  const { apiKey, apiPassword } = clari.pair;
  const forms = [apiKey, apiPassword].flatMap((value) => [
    value,
    Buffer.from(value).toString("base64").replace(/=+$/, ""),
    Buffer.from(value).toString("base64url"),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
  ]);
  const all = lines.join("\n") + stage.app.output();
  expect(forms.filter((form) => all.includes(form))).toEqual([]);
  const read = await stage.read(response.headers.get("latchkey-read-id"));
  expect(read.hidden).toBeGreaterThan(100);
});

test("answers that are too heavy are asked for by half, and a record that cannot be sent is named", async () => {
  test.setTimeout(180_000);
  const clari = await stage.become({
    generated: { count: 400 },
    heavy: { every: 3, bytes: 400_000, unsendable: [350] },
  });
  const { records } = await stage.source();
  const response = await stage.stream(records);
  const lines: string[] = [];
  const broken = (async () => {
    for await (const line of linesOf(response)) lines.push(line);
  })();
  await expect(broken).rejects.toThrow();
  expect(lines).toHaveLength(350);
  const read = await stage.read(response.headers.get("latchkey-read-id"));
  expect(read).toMatchObject({ status: "failed", reason: "too-heavy", records: 350, behind: clari.calls.idOf(349) });
  expect(read.sentence).toContain("too large");
});

test("a read that is cut is an error in curl and in fetch, and looking at it asks nobody", async () => {
  const clari = await stage.become({ generated: { count: 2000 } });
  const { records } = await stage.source();
  const before = clari.requests.length;
  for (const [method, headers, status] of [
    ["HEAD", stage.headers({ accept: "application/x-ndjson" }), 200],
    ["OPTIONS", {}, 204],
    ["HEAD", {}, 401],
    ["GET", { authorization: "Bearer lk_wrong" }, 401],
    ["GET", { authorization: "Basic abc" }, 401],
  ] as const) {
    const response = await fetch(records, { method, headers });
    expect([method, response.status]).toEqual([method, status]);
    expect(response.headers.get("set-cookie")).toBeNull();
  }
  for (const query of [
    "cursor=rd_nothing",
    "since=tomorrow",
    "limit=0",
    "limit=1001",
    "sinc=2026-01-01",
    "limit=1&limit=2",
  ]) {
    const response = await fetch(`${records}?${query}`, { headers: stage.headers() });
    expect([query, response.status]).toEqual([query, 422]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(Object.keys((await response.json()).fields)).toEqual([query.split("=")[0]]);
  }
  expect(clari.requests).toHaveLength(before);

  await stage.become({ generated: { count: 30_000 } });
  const broken = expect(readLines(await stage.stream(records))).rejects.toThrow("terminated");
  const curl = run("curl", [
    "-sS",
    "-N",
    "-o",
    "/dev/null",
    "-H",
    `Authorization: Bearer ${stage.token}`,
    "-H",
    "Accept: application/x-ndjson",
    records,
    "-o",
    "/dev/null",
  ]);
  const ended = curl.then(
    () => ({ code: 0 }),
    (error: { code: number }) => error,
  );
  await expect.poll(() => stage.clari.requests.length, { intervals: [20] }).toBeGreaterThan(20);
  stage.clari.behave("status:401");
  await broken;
  expect((await ended).code).toBe(18);
  stage.clari.behave();
});
