import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeLatchkey } from "../fake-latchkey.fixture";
import { run, scratch } from "../run.fixture";
import { noteOf } from "./note";

let server: FakeLatchkey;
let file: string;
beforeEach(async () => {
  server = await FakeLatchkey.start();
  file = path.join(scratch(), "calls.ndjson");
  server.source("Calls");
});
afterEach(() => server.close());

/** Numbers that no JavaScript holds, and what else has to pass as it is. */
const ODD = '{"id":"odd","count":9007199254740993,"ratio":1e400,"id":"twice","text":"\\u00e4 \\ud800 \\"=1\\""}';
const records = (count: number) => [...Array.from({ length: count - 1 }, (_, at) => `{"id":"${at}","at":${at}}`), ODD];
const whole = () => `${server.records.join("\n")}\n`;
const cursors = () => server.asked.filter((one) => one.path.endsWith("/records")).map((one) => one.query.get("cursor"));

it("puts out each record as it came, and says nothing else", async () => {
  server.records = records(250);
  expect(await run(server, ["read", "Calls"])).toEqual({ code: 0, out: whole(), err: "" });
});

it("writes a file, beside which nothing is left, and tells as JSON how the read ended", async () => {
  server.records = records(250);
  const { code, out } = await run(server, ["read", "calls", "-o", file, "--since", "2026-11-01T00:00:00Z", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ status: "complete", records: 250, resume: "2026-11-30T12:00:00.000Z" });
  expect(readFileSync(file, "utf8")).toBe(whole());
  expect(existsSync(noteOf(file))).toBe(false);
  expect(server.asked.find((one) => one.path.endsWith("/records"))?.query.get("since")).toBe("2026-11-01T00:00:00Z");
});

it("goes on by itself where the stream breaks, from the last place before it", async () => {
  server.records = records(450);
  server.cuts = [1, 2000, 4001];
  expect((await run(server, ["read", "Calls", "-o", file])).code).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(whole());
  expect(cursors()).toEqual([null, null, "rd_2.100", "rd_2.200"]);
});

it("a file that was cut at any byte is continued by the same command, without gap or repeat", async () => {
  server.records = records(450);
  const bytes = Buffer.byteLength(whole());
  for (const at of [0, 1, 20, 1999, 4321, bytes - 1, bytes]) {
    const stopped = new AbortController();
    const one = `${file}.${at}`;
    server.cuts = [7000];
    server.pause = 1;
    const timer = setInterval(() => existsSync(noteOf(one)) && stopped.abort(new Error("killed")), 1);
    await run(server, ["read", "Calls", "-o", one], { signal: stopped.signal });
    clearInterval(timer);
    server.cuts = [];
    server.pause = 0;
    expect(existsSync(noteOf(one)), "it says that it is a part").toBe(true);
    const note = JSON.parse(readFileSync(noteOf(one), "utf8"));
    // What a process that is killed leaves: any beginning of the file.
    writeFileSync(one, Buffer.from(whole()).subarray(0, at));
    const read = server.reads.get(note.read);
    if (read) read.handedOut = 450;
    expect((await run(server, ["read", "Calls", "-o", one])).code, String(at)).toBe(0);
    expect(readFileSync(one, "utf8"), String(at)).toBe(whole());
    expect(existsSync(noteOf(one))).toBe(false);
  }
});

it("CSV is continued by its records, whose texts may hold line ends", async () => {
  server.records = Array.from({ length: 300 }, (_, at) => `{"id":"${at}\\n\\"x\\"","mixed":"=${at}"}`);
  const csv = file.replace("ndjson", "csv");
  expect((await run(server, ["read", "Calls", "-o", csv])).code).toBe(0);
  const right = readFileSync(csv, "utf8");
  for (const at of [3, 500, right.length - 5]) {
    const asks = JSON.stringify({ url: server.url, source: "source-id-1", format: "csv" });
    const heading = "id,at,count,ratio,isNew,people,mixed,_other\n";
    writeFileSync(noteOf(csv), JSON.stringify({ asks, read: "rd_1", heading }));
    truncateSync(csv, at);
    expect((await run(server, ["read", "Calls", "-o", csv])).code, String(at)).toBe(0);
    expect(readFileSync(csv, "utf8"), String(at)).toBe(right);
  }
});

it("where fields were documented meanwhile, CSV says so and begins anew; what is no table yet goes on", async () => {
  server.records = records(250);
  const denied = { status: 403, body: { code: "FORBIDDEN", detail: "Not any more." } };
  const schema = { properties: { id: { type: "string" }, fresh: { type: "string" } } };
  const changed = { status: 200, body: { id: "acme", endpoints: [{ id: "calls", schema }] } };
  for (const [format, code, words] of [
    ["csv", 7, "fields changed"],
    ["parquet", 0, ""],
    ["ndjson", 0, ""],
  ] as const) {
    const cut = file.replace("ndjson", format);
    server.cuts = [3000];
    server.instead.set("GET /data-sources/source-id-1/records", ["as-ever", denied]);
    expect((await run(server, ["read", "Calls", "-o", cut])).code).toBe(3);
    server.instead.set("GET /connectors/acme", [changed, changed]);
    expect(await run(server, ["read", "Calls", "-o", cut]), format).toMatchObject({
      code,
      err: expect.stringContaining(words),
    });
    expect((await run(server, ["read", "Calls", "-o", cut, "--restart"])).code).toBe(0);
    server.instead.clear();
    if (format === "csv") expect(readFileSync(cut, "utf8").split("\n")[0]).toBe("id,fresh,_other");
  }
});

it("another read does not go on in the file of this one, unless it is told to begin anew", async () => {
  server.records = records(250);
  writeFileSync(noteOf(file), JSON.stringify({ asks: "something else", read: "rd_9" }));
  writeFileSync(file, '{"id":"of another"}\n');
  const refused = await run(server, ["read", "Calls", "-o", file]);
  expect(refused).toMatchObject({ code: 7, err: expect.stringContaining("--restart") });
  expect(readFileSync(file, "utf8")).toBe('{"id":"of another"}\n');
  expect((await run(server, ["read", "Calls", "-o", file, "--restart"])).code).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(whole());
});

it("what was whole stays as it is where the next read is refused", async () => {
  server.records = records(250);
  writeFileSync(file, "of yesterday\n");
  const refusal = { status: 409, body: { code: "CREDENTIAL_FAILED", detail: "The credential is refused." } };
  server.instead.set("GET /data-sources/source-id-1/records", [refusal]);
  expect(await run(server, ["read", "Calls", "-o", file])).toMatchObject({
    code: 4,
    err: "latchkey: The credential is refused.\n",
  });
  expect(readFileSync(file, "utf8")).toBe("of yesterday\n");
});

it("comes back when it is told to, and begins anew where a cursor is of no use any more", async () => {
  server.records = records(250);
  const asks = JSON.stringify({ url: server.url, source: "source-id-1", format: "ndjson" });
  server.reads.set("rd_1", { id: "rd_1", source: "source-id-1", handedOut: 200, status: "left", since: undefined });
  writeFileSync(noteOf(file), JSON.stringify({ asks, read: "rd_1" }));
  writeFileSync(file, `${server.records.slice(0, 150).join("\n")}\n{"id":"cut`);
  const limited = {
    status: 429,
    body: { code: "PROVIDER_LIMITED", detail: "Later." },
    headers: { "retry-after": "1" },
  };
  const unusable = { status: 410, body: { code: "CURSOR_UNUSABLE", detail: "The source was changed." } };
  server.instead.set("GET /data-sources/source-id-1/records", [limited, unusable]);
  const { code, err } = await run(server, ["read", "Calls", "-o", file]);
  expect([code, err]).toEqual([0, "latchkey: The source was changed. Reading everything again.\n"]);
  expect(cursors()).toEqual(["rd_1.100", "rd_1.100", null]);
  expect(readFileSync(file, "utf8")).toBe(whole());
});

it("to standard output a break in the middle of a page is an error", async () => {
  server.records = records(250);
  server.cuts = [3000];
  const { code, out, err } = await run(server, ["read", "Calls"]);
  expect([code, out.length]).toEqual([1, 3000]);
  expect(err).toContain("-o");
});

it("to standard output a break in the first record is one too, where a part of it is out", async () => {
  server.records = records(250);
  server.cuts = [5];
  const { code, out, err } = await run(server, ["read", "Calls"]);
  expect([code, out]).toEqual([1, server.records[0]?.slice(0, 5)]);
  expect(err).toContain("already out");
});

it("to standard output CSV is whole after a break within a line: half of one is never out", async () => {
  server.records = records(250);
  const words = ["read", "Calls", "--format", "csv"];
  const right = await run(server, words);
  expect(right.code).toBe(0);
  const page = Buffer.byteLength(server.records.slice(0, 100).join("\n")) + 1;
  for (const cut of [5, page + 5]) {
    server.cuts = [cut];
    expect(await run(server, words), String(cut)).toEqual(right);
  }
});

it("what the server does not call complete is not taken for it", async () => {
  server.records = records(250);
  const less = { status: 200, body: { id: "rd_1", status: "complete", records: 249, checkpoints: [] } };
  const running = { status: 200, body: { ...less.body, status: "running", records: 250 } };
  for (const format of ["ndjson", "csv", "parquet"]) {
    const one = `${file}.${format}`;
    const ask = () => run(server, ["read", "Calls", "-o", one, "--json"]);
    const id = `rd_${server.reads.size + 1}`;
    // The next runs look up where they go on from first.
    server.instead.set(`GET /reads/${id}`, [less, "as-ever", less, "as-ever", running]);
    for (const reason of ["249", "249", "complete"]) {
      expect(await ask(), format).toMatchObject({ code: 1, out: "", err: expect.stringContaining(reason) });
      expect([existsSync(noteOf(one)), existsSync(one)], format).toEqual([true, format !== "parquet"]);
    }
    const { code, out } = await ask();
    expect([code, JSON.parse(out).records, existsSync(noteOf(one))], format).toEqual([0, 250, false]);
  }
});

it("whether it is complete is asked again where no answer came, and nothing is read twice", async () => {
  server.records = records(250);
  const later = { status: 503, body: { code: "UNAVAILABLE", detail: "Not now." } };
  server.instead.set("GET /reads/rd_1", [later]);
  expect(await run(server, ["read", "Calls"])).toEqual({ code: 0, out: whole(), err: "" });
  expect(cursors()).toEqual([null, "rd_1.250"]);
});

it("records that are whole are not read again where their file could not be made, and the next run tells of them", async () => {
  server.records = records(250);
  const parquet = file.replace("ndjson", "parquet");
  const ask = () => run(server, ["read", "Calls", "-o", parquet, "--json"]);
  mkdirSync(`${parquet}.latchkey.part`);
  expect(await ask()).toMatchObject({ code: 1, out: "" });
  rmSync(`${parquet}.latchkey.part`, { recursive: true });
  const { code, out } = await ask();
  expect([code, JSON.parse(out)]).toMatchObject([0, { status: "complete", records: 250 }]);
  expect([cursors().length, existsSync(noteOf(parquet)), existsSync(parquet)]).toEqual([1, false, true]);
});

it("shows how far it is on a terminal alone", async () => {
  server.records = records(150);
  const { err } = await run(server, ["read", "Calls", "-o", file], { isTerminal: true });
  expect(err).toContain("--since 2026-11-30T12:00:00.000Z");
  expect((await run(server, ["read", "Calls", "-o", file])).err).toBe("");
});
