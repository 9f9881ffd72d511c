import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { judgeRead } from "../sandbox/read-oracle";
import { expect, test } from "../support/fixtures";
import { tokenBody } from "../support/people";
import { ReadingStage } from "../support/reading-stage";
import { LATCHKEY, Machine } from "../support/run-latchkey";

let stage: ReadingStage;
let machine: Machine;
test.beforeAll(async ({ browser }, info) => {
  // At the pace that the provider documents: there is time to be killed.
  stage = await ReadingStage.start(browser, info, {});
  const scopes = ["data-source:list", "data-source:read"];
  const { body } = await stage.owner.post("/tokens", tokenBody("Reads", { scopes }));
  machine = new Machine({ LATCHKEY_URL: stage.app.url, LATCHKEY_TOKEN: body.value });
});
test.afterAll(() => stage.end());

const RIGHT = { missing: [], repeated: [], unexpected: [], outOfOrder: [], changed: [], unknown: [] };
const linesIn = (file: string) => (existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0);

test("a file is continued where its reader or its server was killed, and is exact", async () => {
  const clari = await stage.become({ generated: { count: 2500 } });
  const { id } = await stage.source();
  const after = clari.requests.length;
  const file = machine.file("killed.ndjson");
  for (const lines of [150, 700, 1300, 1900]) {
    const reading = machine.start(["read", id, "-o", file]);
    await expect.poll(() => linesIn(file), { intervals: [50] }).toBeGreaterThan(lines);
    // The server once: its client waits for it to come back.
    if (lines === 1300) await stage.crash();
    else reading.kill("SIGKILL");
    if (lines === 1300) {
      expect(await reading.ended).toMatchObject({ code: 0 });
      break;
    }
    await reading.ended;
    expect(existsSync(`${file}.latchkey.json`)).toBe(true);
  }
  expect(existsSync(`${file}.latchkey.json`)).toBe(false);
  const held = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(await judgeRead(clari.calls, held, { after })).toMatchObject(RIGHT);
});

type Message = {
  type: string;
  stream: string;
  record: { id: string };
  value: { bookmarks: Record<string, { since?: string }> };
};

test("as a tap it puts out all of a source, and with that state what changed since", async () => {
  const clari = await stage.become({ generated: { count: 350 } });
  const { id } = await stage.source();
  const tap = machine.file("tap-latchkey");
  symlinkSync(LATCHKEY, tap);
  const { LATCHKEY_URL: url, LATCHKEY_TOKEN: token } = machine.env;
  writeFileSync(machine.file("config.json"), JSON.stringify({ url, token }));
  const config = ["--config", machine.file("config.json")];
  const { out } = await machine.start([...config, "--discover"], "", tap).ended;
  const catalog = JSON.parse(out);
  for (const { metadata } of catalog.streams)
    metadata[0].metadata.selected = metadata[0].metadata["latchkey-source-id"] === id;
  writeFileSync(machine.file("catalog.json"), JSON.stringify(catalog));
  const run = async (...words: string[]) => {
    const ran = await machine.start([...config, "--catalog", machine.file("catalog.json"), ...words], "", tap).ended;
    expect(ran, ran.err).toMatchObject({ code: 0, err: "" });
    return ran.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Message);
  };
  const first = await run();
  expect(first.map(({ type }) => type)).toEqual(["SCHEMA", ...Array(350).fill("RECORD"), "STATE"]);
  expect(new Set(first.flatMap(({ record }) => record?.id ?? [])).size).toBe(350);
  const state = first.at(-1)?.value;
  const [{ since } = {}] = Object.values(state?.bookmarks ?? {});
  expect(since).toMatch(/^\d{4}-/);
  writeFileSync(machine.file("state.json"), JSON.stringify(state));
  const before = clari.requests.length;
  const second = await run("--state", machine.file("state.json"));
  expect(second.map(({ type }) => type).filter((type) => type !== "RECORD")).toEqual(["SCHEMA", "STATE"]);
  expect(second.length).toBeLessThan(first.length);
  const [, asked = ""] = /filterModifiedGt=([^&]+)/.exec(decodeURIComponent(clari.requests[before]?.query ?? "")) ?? [];
  // The server goes back by the provider's overlap once more.
  expect(Date.parse(since ?? "") - Date.parse(asked)).toBe(300_000);
});
