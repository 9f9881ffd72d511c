import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it, vi } from "vitest";
import { prisma } from "@/lib/platform/database";
import { getRead } from "./get-read";
import { queryOf, readPage, sourceOf } from "./reading.fixture";
import { streamRecords } from "./stream-records";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries({ ...home.env, CLARI_COPILOT_PER_SECOND: "1000" }))
    vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const asked = () => clari.requests.filter(({ path }) => path === "/calls").length;

/** A stream of calls, whose reader was handed the first page. */
async function held() {
  const { actor, source } = await sourceOf(clari.pair);
  const before = asked();
  const hangUp = new AbortController();
  const { readId, lines } = await streamRecords(actor, source.id, queryOf(), hangUp.signal);
  expect((await lines.next()).value).toContain('"id"');
  return { actor, readId, lines, hangUp, since: () => asked() - before };
}

it("the page behind the one that its reader holds is asked for, and no further one; one who hangs up is told of both", async () => {
  const { actor, readId, lines, hangUp, since } = await held();
  await expect.poll(since).toBe(2);
  await sleep(100);
  expect(since()).toBe(2);
  hangUp.abort();
  await lines.return();
  expect(since()).toBe(2);
  expect(await getRead(actor, readId)).toMatchObject({ status: "left", requests: 2, records: 100 });
});

it("a page that came while its reader lost the right to it is not handed out", async () => {
  const { actor, lines, since } = await held();
  await expect.poll(since).toBe(2);
  await (await prisma()).session.deleteMany({ where: { id: actor.sessionId } });
  await sleep(600);
  await expect(lines.next()).rejects.toThrow();
  expect(since()).toBe(2);
});

it("a page of JSON asks for no page in vain", async () => {
  const { actor, source } = await sourceOf(clari.pair);
  const before = asked();
  const { records } = await readPage(actor, source.id, { limit: "100" });
  expect(records).toHaveLength(100);
  await sleep(100);
  expect(asked() - before).toBe(1);
});
