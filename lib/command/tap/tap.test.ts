import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeLatchkey, TOKEN } from "../fake-latchkey.fixture";
import { run, scratch } from "../run.fixture";

// biome-ignore lint/suspicious/noExplicitAny: whatever the tap says
type Message = any;

let server: FakeLatchkey;
let folder: string;
beforeEach(async () => {
  server = await FakeLatchkey.start();
  folder = scratch();
  server.source("Calls, EMEA");
  server.records = Array.from({ length: 250 }, (_, at) => `{"id":"${at}","count":9007199254740993,"more":1e400}`);
});
afterEach(() => server.close());

const write = (name: string, content: unknown) => {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const configured = () => [
  "tap",
  "--config",
  write("config.json", { url: server.url, token: TOKEN, start_date: "2026-01-01T00:00:00Z" }),
];

async function tap(...words: string[]) {
  const { code, out, err } = await run(undefined, [...configured(), ...words]);
  const messages: Message[] =
    out === ""
      ? []
      : out
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line));
  return { code, err, out, messages, types: messages.map(({ type }) => type) };
}

async function discover(): Promise<Message> {
  const { code, out, err } = await run(undefined, [...configured(), "--discover"]);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

it("discovers a stream for each source, by names that databases take", async () => {
  server.source("Calls (EMEA)", { endpointId: "deep" });
  server.source("Übersicht");
  const { streams } = await discover();
  expect(streams.map(({ stream }: Message) => stream)).toEqual([
    "calls_emea_source_id_1",
    "calls_emea_source_id_2",
    "ubersicht",
  ]);
  const [calls, deep] = streams;
  expect(calls).toMatchObject({ tap_stream_id: calls.stream, key_properties: ["id"] });
  expect(calls.metadata[0]).toEqual({
    breadcrumb: [],
    metadata: {
      ...{ inclusion: "available", selected: true, "table-key-properties": ["id"], "valid-replication-keys": [] },
      ...{ "replication-method": "INCREMENTAL", "forced-replication-method": "INCREMENTAL" },
      "latchkey-source-id": "source-id-1",
    },
  });
  expect(calls.metadata[1]).toEqual({
    breadcrumb: ["properties", "id"],
    metadata: { inclusion: "automatic", selected: true },
  });
  expect(deep).toMatchObject({
    key_properties: ["_latchkey_key"],
    metadata: [{ metadata: { "replication-method": "FULL_TABLE" } }, {}],
  });
  for (const { schema } of streams)
    for (const property of Object.values<Message>(schema.properties)) expect(property.type).toContain("null");
});

it("says the schema once, each record as it came, and where the next run begins; with that state it begins there", async () => {
  const first = await tap();
  expect([first.code, first.err]).toEqual([0, ""]);
  expect(first.types).toEqual(["SCHEMA", ...Array(250).fill("RECORD"), "STATE"]);
  expect(first.messages[0]).toMatchObject({ stream: "calls_emea", key_properties: ["id"], schema: { type: "object" } });
  expect(first.out).toContain(
    `{"type":"RECORD","stream":"calls_emea","record":${server.records[7]},"time_extracted":"20`,
  );
  const { value } = first.messages.at(-1);
  expect(value).toEqual({ bookmarks: { calls_emea: { source: "source-id-1", since: "2026-11-30T12:00:00.000Z" } } });
  const sinces = () => server.asked.filter((one) => one.path.endsWith("/records")).map((one) => one.query.get("since"));
  await tap("--state", write("state.json", value));
  expect(sinces()).toEqual(["2026-01-01T00:00:00Z", "2026-11-30T12:00:00.000Z"]);
});

it("a source that was renamed goes on where it was, and another one of its name does not", async () => {
  const bookmarks = { calls_emea: { source: "source-id-1", since: "2026-11-30T12:00:00.000Z" } };
  const [source] = server.sources;
  if (source) source.name = "Renamed";
  server.source("Calls EMEA");
  const { messages } = await tap("--state", write("state.json", { bookmarks }));
  const sinces = server.asked.filter((one) => one.path.endsWith("/records")).map((one) => one.query.get("since"));
  expect(sinces).toEqual(["2026-11-30T12:00:00.000Z", "2026-01-01T00:00:00Z"]);
  expect(Object.keys(messages.at(-1).value.bookmarks)).toEqual(["renamed", "calls_emea"]);
});

it("what breaks off fails with a state, from which the next run goes on", async () => {
  server.cuts = [8000, ...Array(8).fill(1)];
  const gone = { status: 403, body: { code: "TOKEN_REVOKED", detail: "The token was revoked." } };
  const running = tap();
  await expect.poll(() => server.cuts.length).toBeLessThan(9);
  server.instead.set("GET /data-sources/source-id-1/records", [gone]);
  const broken = await running;
  expect([broken.code, broken.types.at(-1)]).toEqual([3, "STATE"]);
  const { value } = broken.messages.at(-1);
  const { read, records, since } = value.bookmarks.calls_emea;
  expect([read, since]).toEqual(["rd_1", "2026-01-01T00:00:00Z"]);
  server.cuts = [];
  const next = await tap("--state", write("state.json", value));
  expect(next.code).toBe(0);
  expect(server.asked.findLast((one) => one.path.endsWith("/records"))?.query.get("cursor")).toBe(`rd_1.${records}`);
  const put = [broken, next].flatMap(({ messages }) => messages.filter(({ type }) => type === "RECORD"));
  expect(new Set(put.map(({ record }) => record.id)).size).toBe(250);
  expect(next.messages.at(-1).value.bookmarks.calls_emea).toEqual({
    source: "source-id-1",
    since: "2026-11-30T12:00:00.000Z",
  });
});

it("obeys what is selected, and takes the older name of the option", async () => {
  server.source("Other");
  const catalog = await discover();
  const [calls, other] = catalog.streams;
  other.metadata[0].metadata.selected = false;
  for (const { breadcrumb, metadata } of calls.metadata)
    if (["count", "id"].includes(breadcrumb[1])) metadata.selected = false;
  for (const option of ["--catalog", "--properties"]) {
    const { messages, types, out } = await tap(option, write("catalog.json", catalog));
    expect(types.filter((type) => type === "SCHEMA")).toHaveLength(1);
    expect(Object.keys(messages[0].schema.properties)).not.toContain("count");
    // The key cannot be left out, nor is what no catalogue names.
    expect(out).toContain(`"record":{"id":"7","more":1e400}`);
  }
});

it("a key that lies deeper is put beside the record's own fields", async () => {
  server.sources.length = 0;
  server.source("Deep", { endpointId: "deep" });
  server.records = ['{"meta":{"id":12345678901234567890},"x":1.0}', '{"meta":null}'];
  const { out } = await tap();
  expect(out).toContain('"record":{"_latchkey_key":"12345678901234567890","meta":{"id":12345678901234567890},"x":1.0}');
  expect(out).toContain('"record":{"_latchkey_key":null,"meta":null}');
});

it("a wrong token, a file that is none and a stream that is gone each say so, and nothing on standard output", async () => {
  const wrong = await run(undefined, ["tap", "--config", write("c.json", { url: server.url, token: "lk_x" })]);
  expect([wrong.code, wrong.out]).toEqual([3, ""]);
  expect((await run(undefined, ["tap", "--config", "/nothing"])).code).toBe(2);
  expect((await run(undefined, ["tap"], { env: { XDG_CONFIG_HOME: folder } })).code).toBe(3);
  const catalog = {
    streams: [{ tap_stream_id: "gone", stream: "gone", metadata: [{ breadcrumb: [], metadata: { selected: true } }] }],
  };
  expect(await tap("--catalog", write("catalog.json", catalog))).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining('"gone"'),
  });
});
