import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "../support/fixtures";
import { Person } from "../support/people";
import { linesOf, ReadingStage } from "../support/reading-stage";
import { type App, freePort, startApp } from "../support/start-app";

// The limits that the provider documents, and a sandbox that holds everyone to them.
const DOCUMENTED = { ratePerSecond: 10, ratePerWeek: 100_000 };
const READERS = 4;
const PAGES = 64;
let stage: ReadingStage;
let other: App;
let database: pg.Client;
test.beforeAll(async ({ browser }, info) => {
  stage = await ReadingStage.start(browser, info, { CHECKS_PER_MINUTE_OF_MEMBER: "1000" });
  other = await startApp({ ...stage.env, PORT: String(await freePort()) });
  database = new pg.Client({ connectionString: stage.env.DATABASE_URL });
  await database.connect();
});
test.afterAll(async () => {
  await database.end();
  await other.stop();
  await stage.end();
});

const counted = async () => (await database.query('SELECT "requests", "reads" FROM "ProviderBudget"')).rows;
const credentialId = async () => (await stage.owner.get("/credentials")).body.data[0].id;

test("four readers and checks on two instances share one budget: never too many in a second, each counted, none starves", async () => {
  const [before] = await counted();
  const clari = await stage.become({ ...DOCUMENTED, generated: { count: 100_000 } });
  const { id } = await stage.source();
  const hangUp = new AbortController();
  const held = Array<number>(READERS).fill(0);
  const reads = held.map(async (_, reader) => {
    const { url } = reader % 2 === 0 ? stage.app : other;
    const response = await stage.stream(`${url}/api/v1/data-sources/${id}/records`, { signal: hangUp.signal });
    try {
      for await (const _line of linesOf(response)) held[reader] = (held[reader] ?? 0) + 1;
    } catch {
      // Hung up.
    }
    return String(response.headers.get("latchkey-read-id"));
  });
  const verified: string[] = [];
  const checked = await credentialId();
  for (let at = 0; clari.requests.length < PAGES; at += 1) {
    const person = new Person((at % 2 === 0 ? stage.app : other).url, stage.owner.cookie, stage.owner.email);
    verified.push((await person.post(`/credentials/${checked}/verify`)).body.status);
    await wait(700);
  }
  const shares = held.map((lines) => lines / held.reduce((sum, one) => sum + one, 0));
  hangUp.abort();
  for (const read of await Promise.all(reads))
    await expect.poll(async () => (await stage.read(read)).status).toBe("left");
  expect(clari.mostInASecond()).toBeLessThanOrEqual(10);
  expect(clari.requests.filter(({ status }) => status === 429)).toEqual([]);
  expect(verified.length).toBeGreaterThan(5);
  expect(new Set(verified)).toEqual(new Set(["VERIFIED"]));
  for (const share of shares) {
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.35);
  }
  const [after] = await counted();
  expect(after.requests - before.requests).toBe(clari.requests.length);
  expect(after.reads - before.reads).toBe(clari.requests.length - verified.length);
});

test("past what reads may use of the week a read is refused with when there is room, and a check is still answered", async () => {
  const clari = await stage.become({ ...DOCUMENTED, generated: { count: 500 } });
  const { records } = await stage.source();
  const checked = await credentialId();
  const asked = clari.requests.length;
  await database.query('UPDATE "ProviderBudget" SET "requests" = 60000');
  for (const accept of ["application/json", "application/x-ndjson"]) {
    const response = await fetch(records, { headers: stage.headers({ accept }) });
    const { code, detail } = await response.json();
    expect([response.status, code]).toEqual([429, "PROVIDER_LIMITED"]);
    expect(detail).toMatch(/request limit\..* Try again in \d+ (days|hours|minutes|seconds)\./);
    const week = 7 * 24 * 3600;
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(response.headers.get("retry-after"))).toBeLessThanOrEqual(week);
  }
  expect(clari.requests).toHaveLength(asked);
  const { body } = await stage.owner.post(`/credentials/${checked}/verify`);
  expect([body.status, clari.requests.length]).toEqual(["VERIFIED", asked + 1]);
  expect(await counted()).toMatchObject([{ requests: 60_001 }]);
});
