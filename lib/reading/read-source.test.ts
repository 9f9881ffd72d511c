import { afterAll, describe, expect, it, vi } from "vitest";
import { replace } from "@/lib/credentials/values/credential-life.fixture";
import { prisma } from "@/lib/platform/database";
import { getRead } from "./get-read";
import { listReads, listReadsByDay } from "./list-reads";
import { queryOf, readByPages, readLines, readPage, sourceOf } from "./reading.fixture";
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

const idsOf = (records: readonly string[]) => records.map((record) => JSON.parse(record).id as string);

describe("a data source's records", () => {
  it("come by pages and as a stream, the same, each once, and each read leaves a row", async () => {
    const { actor, source } = await sourceOf(clari.pair);
    const byPages = await readByPages(actor, source.id);
    const ids = idsOf(byPages.records);
    expect(new Set(ids).size).toBe(ids.length);
    expect(byPages.pages).toBeGreaterThan(2);
    expect(byPages.last.resume).toBeInstanceOf(Date);
    const { records, readId } = await readLines(actor, source.id);
    expect(records).toEqual(byPages.records);
    const read = await getRead(actor, readId);
    expect(read).toMatchObject({ status: "complete", door: "ndjson", records: ids.length, by: actor.name, hidden: 0 });
    expect(read.sentence).toContain("Complete: ");
    const { reads } = await listReads(actor, source.id);
    expect(reads.map(({ door }) => door)).toEqual(["ndjson", "json"]);
    const days = await listReadsByDay(actor, source.id);
    expect(days).toHaveLength(30);
    expect(days.at(-1)).toMatchObject({ records: ids.length * 2, complete: 2, failed: 0 });
    const events = await (await prisma()).auditEvent.findMany({
      where: { subjectId: source.id },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual(["data-source.created", "data-source.read", "data-source.read"]);
  });

  it("go on from the last checkpoint of a stream that broke off, without gap or repeat", async () => {
    const { actor, source } = await sourceOf(clari.pair);
    const { records: whole } = await readLines(actor, source.id);
    const cut = await readLines(actor, source.id, {}, 150);
    expect(await getRead(actor, cut.readId)).toMatchObject({ status: "left" });
    const held = 150;
    const { checkpoints } = await getRead(actor, cut.readId, queryOf({ lines: String(held) }));
    const [last] = checkpoints;
    if (!last) throw new Error("no checkpoint");
    expect(last.records).toBeLessThanOrEqual(held);
    const rest = await readLines(actor, source.id, { cursor: last.cursor });
    expect([...cut.records.slice(0, last.records), ...rest.records]).toEqual(whole);
    expect(rest.readId).toBe(cut.readId);
    expect(await getRead(actor, cut.readId)).toMatchObject({ status: "complete", records: whole.length });
  });

  it("that are asked for one by one come by pages and as a stream, the same, with new values in the middle too", async () => {
    const parameters = { filterStatus: ["PROCESSED"] };
    const { actor, credential, source } = await sourceOf(clari.pair, "call-details", parameters);
    const calls = await sourceOf(clari.pair, "calls", parameters);
    const listed = await readLines(calls.actor, calls.source.id);
    const { records, readId } = await readLines(actor, source.id);
    expect(idsOf(records)).toEqual(idsOf(listed.records));
    expect(records[0]).toContain('"transcript":');
    expect(await getRead(actor, readId)).toMatchObject({ status: "complete", records: records.length });
    const first = await readPage(actor, source.id, { limit: "30" });
    expect(first.records.length).toBeLessThanOrEqual(30);
    await replace(actor, credential.id, clari.generatePair());
    const rest = await readByPages(actor, source.id, { cursor: first.next ?? "", limit: "30" });
    expect([...first.records, ...rest.records]).toEqual(records);
    const { requests } = await getRead(actor, first.readId);
    expect(requests).toBeGreaterThan(records.length);
    // Several are under way with the old values.
    const { lines } = await streamRecords(actor, source.id, queryOf(), new AbortController().signal);
    let text = String((await lines.next()).value);
    await replace(actor, credential.id, clari.generatePair());
    for await (const piece of lines) text += piece;
    expect(text).toBe(`${records.join("\n")}\n`);
    const since = new Date(Date.now() - 60_000).toISOString();
    expect((await readByPages(actor, source.id, { since })).last.resume).toBeInstanceOf(Date);
  });

  it("come on with new values where the pair is replaced in the middle", async () => {
    const { actor, credential, source } = await sourceOf(clari.pair);
    const first = await readPage(actor, source.id);
    const pair = clari.generatePair();
    await replace(actor, credential.id, pair);
    const second = await readPage(actor, source.id, { cursor: first.next ?? "" });
    expect(second.records.length).toBeGreaterThan(0);
  });
});
