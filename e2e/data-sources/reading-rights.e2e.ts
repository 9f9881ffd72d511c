import { judgeRead } from "../sandbox/read-oracle";
import { expect, test } from "../support/fixtures";
import { ifMatch, join, type Person, tokenBody } from "../support/people";
import { linesOf, ReadingStage, readLines } from "../support/reading-stage";
import { type App, freePort, startApp } from "../support/start-app";

// At the pace that the provider documents: a stream takes a minute, and is broken in its first second.
const RIGHT = { missing: [], repeated: [], unexpected: [], outOfOrder: [], changed: [], unknown: [] };
/** What fits into a second at that pace, and the page that is on its way. */
const OF_A_SECOND = 7;
let stage: ReadingStage;
/** Another instance on the same database, where there can be one. */
let other: App | undefined;
test.beforeAll(async ({ browser }, info) => {
  stage = await ReadingStage.start(browser, info, {});
  if (stage.env.DATABASE_URL) other = await startApp({ ...stage.env, PORT: String(await freePort()) });
});
test.afterAll(async () => {
  await other?.stop();
  await stage.end();
});

const untilAsked = (requests: number) =>
  expect.poll(() => stage.clari.requests.length, { intervals: [30] }).toBeGreaterThanOrEqual(requests);

type Of = { member: Person; token: { id: string; value: string } };
const endings: [string, (of: Of) => Promise<{ status: number }>, number][] = [
  ["the token is revoked", ({ token }) => stage.owner.delete(`/tokens/${token.id}`), 401],
  [
    "its maker becomes a viewer",
    async ({ member }) => stage.owner.patch(`/members/${await member.userId()}`, { role: "viewer", seen: "member" }),
    403,
  ],
  ["its maker is removed", async ({ member }) => stage.owner.delete(`/members/${await member.userId()}`), 401],
];
for (const [what, end, status] of endings) {
  test(`a stream breaks within a second where ${what}, and nobody reads with it any more`, async () => {
    const clari = await stage.become({ generated: { count: 30_000 } });
    const { id, records } = await stage.source();
    const member = await join(stage.owner, "member");
    const token = (await member.post("/tokens", tokenBody("Ends"))).body;
    const headers = { authorization: `Bearer ${token.value}` };
    const response = await stage.stream(records, { headers });
    const broken = expect(readLines(response)).rejects.toThrow("terminated");
    await untilAsked(3);
    const ended = await end({ member, token });
    const asked = clari.requests.length;
    for (const { url } of other ? [other, stage.app] : [stage.app]) {
      const refused = await stage.stream(`${url}/api/v1/data-sources/${id}/records`, { headers });
      expect([ended.status, refused.status]).toEqual([204, status]);
    }
    await broken;
    expect(clari.requests.length - asked).toBeLessThanOrEqual(OF_A_SECOND);
    const { body } = await stage.owner.get(`/reads/${response.headers.get("latchkey-read-id")}`);
    expect(body).toMatchObject({ status: "failed", reason: "not-allowed", requests: clari.requests.length });
  });
}

/** What a request is refused with, by both doors. */
async function refusals(address: string) {
  const answers: unknown[] = [];
  for (const accept of ["application/json", "application/x-ndjson"]) {
    const response = await fetch(address, { headers: stage.headers({ accept }) });
    const { code, detail, fields } = await response.json();
    answers.push({ status: response.status, code, detail, fields: Object.keys(fields ?? {}) });
  }
  return answers;
}
const both = (answer: Record<string, unknown>) => [answer, answer].map((one) => expect.objectContaining(one));

test("a credential that failed is not asked with: the answer says what to do", async () => {
  const clari = await stage.become({ generated: { count: 200 } });
  const { records } = await stage.source();
  const [{ id }] = (await stage.owner.get("/credentials")).body.data;
  clari.behave("status:401");
  await stage.owner.post(`/credentials/${id}/verify`);
  clari.behave();
  const asked = clari.requests.length;
  const detail = expect.stringMatching(/didn't ask\. Replace its values/);
  expect(await refusals(records)).toEqual(both({ status: 409, code: "CREDENTIAL_FAILED", detail }));
  expect(clari.requests).toHaveLength(asked);
  await stage.owner.post(`/credentials/${id}/verify`);
  expect(await readLines(await stage.stream(records))).toHaveLength(200);
});

test("a cursor goes on with its own read alone, while its source asks for the same", async () => {
  const clari = await stage.become({ generated: { count: 500 } });
  const [one, another] = [await stage.source(), await stage.source()];
  const page = await (await fetch(`${one.records}?limit=100`, { headers: stage.headers() })).json();
  const { search } = new URL(page.next);
  const cursor = new URLSearchParams(search).get("cursor") ?? "";
  const asked = clari.requests.length;
  const gone = both({ status: 410, code: "CURSOR_UNUSABLE", fields: ["cursor"] });
  for (const unknown of [`rd_${"x".repeat(22)}.100`, `${cursor}7`])
    expect(await refusals(`${one.records}?cursor=${unknown}`)).toEqual(gone);
  expect(await refusals(`${another.records}?cursor=${cursor}`)).toEqual(gone);
  const { revision } = (await stage.owner.get(`/data-sources/${one.id}`)).body;
  const change = { parameters: { filterDurationGt: 60 } };
  expect((await stage.owner.patch(`/data-sources/${one.id}`, change, ifMatch(revision))).status).toBe(200);
  expect(await refusals(`${one.records}?cursor=${cursor}`)).toEqual(gone);
  expect(clari.requests).toHaveLength(asked);
});

test("a stream breaks where its source is changed meanwhile", async () => {
  const clari = await stage.become({ generated: { count: 30_000 } });
  const { id, records } = await stage.source();
  const response = await stage.stream(records);
  const broken = expect(readLines(response)).rejects.toThrow("terminated");
  await untilAsked(2);
  const { revision } = (await stage.owner.get(`/data-sources/${id}`)).body;
  await stage.owner.patch(`/data-sources/${id}`, { parameters: { filterDurationGt: 60 } }, ifMatch(revision));
  const asked = clari.requests.length;
  await broken;
  expect(clari.requests.length - asked).toBeLessThanOrEqual(2);
  expect(await stage.read(response.headers.get("latchkey-read-id"))).toMatchObject({
    status: "failed",
    reason: "source-changed",
  });
});

test("what changed since a time is refused where the provider cannot say it", async () => {
  const clari = await stage.become({});
  const { records } = await stage.source({}, "users");
  const asked = clari.requests.length;
  const detail = expect.stringContaining("Leave out since");
  expect(await refusals(`${records}?since=2026-01-01T00:00:00Z`)).toEqual(
    both({ status: 422, code: "INVALID_INPUT", fields: ["since"], detail }),
  );
  expect(clari.requests).toHaveLength(asked);
});

test("of two clients that go on with one read the first is displaced, and what the second has is exact", async () => {
  const clari = await stage.become({ generated: { count: 1200 } });
  const { id, records } = await stage.source();
  const after = clari.requests.length;
  const first = await stage.stream(records);
  const held: string[] = [];
  const displaced = expect(
    (async () => {
      for await (const line of linesOf(first)) held.push(line);
    })(),
  ).rejects.toThrow("terminated");
  await untilAsked(after + 4);
  const readId = first.headers.get("latchkey-read-id");
  const [place] = (await stage.read(readId, `?lines=${held.length}`)).checkpoints;
  const url = other?.url ?? stage.app.url;
  const second = await stage.stream(`${url}/api/v1/data-sources/${id}/records?cursor=${place.cursor}`);
  const rest = await readLines(second);
  await displaced;
  expect(second.headers.get("latchkey-read-id")).toBe(readId);
  const lines = [...held.slice(0, place.records), ...rest];
  expect(await judgeRead(clari.calls, lines, { after })).toMatchObject(RIGHT);
  expect(await stage.read(readId)).toMatchObject({ status: "complete", records: lines.length });
});
