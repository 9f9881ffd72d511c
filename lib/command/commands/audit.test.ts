import { existsSync, readdirSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeLatchkey, TOKEN } from "../fake-latchkey.fixture";
import { brokenAnswer, run, scratch, startOther } from "../run.fixture";

let server: FakeLatchkey;
beforeEach(async () => {
  server = await FakeLatchkey.start();
});
afterEach(() => server.close());

it("exports the trail into a file that has its name once it is whole", async () => {
  const file = path.join(scratch(), "trail.json");
  server.instead.set("GET /audit/export", [
    { status: 200, body: { events: [] } },
    { status: 403, body: { detail: "No." } },
  ]);
  const words = ["audit", "export", "--format", "json", "--from", "2026-11-01", "-o", file];
  expect((await run(server, words)).code).toBe(0);
  expect(readFileSync(file, "utf8")).toBe('{"events":[]}');
  expect(server.asked[0]?.query.toString()).toBe("format=json&from=2026-11-01");
  expect((await run(server, ["audit", "export", "-o", `${file}.csv`])).code).toBe(3);
  expect(existsSync(`${file}.csv`)).toBe(false);
});

it("a trail that breaks off is no file, and something to come back for", async () => {
  const file = path.join(scratch(), "trail.csv");
  const broken = await startOther(brokenAnswer);
  const env = { LATCHKEY_URL: broken.url, LATCHKEY_TOKEN: TOKEN };
  for (const output of [[], ["-o", file]])
    expect((await run(undefined, ["audit", "export", ...output], { env })).code).toBe(5);
  expect(readdirSync(path.dirname(file))).toEqual([]);
  await broken.close();
});

it("a disk that takes less than it is given makes no trail shorter", async () => {
  const file = path.join(scratch(), "trail.json");
  const handle = await open(import.meta.filename);
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  const { write } = prototype;
  vi.spyOn(prototype, "write").mockImplementation(function (this: unknown, chunk: unknown) {
    return write.call(this, chunk, 0, 3);
  });
  server.instead.set("GET /audit/export", [{ status: 200, body: { events: ["x".repeat(100)] } }]);
  expect((await run(server, ["audit", "export", "-o", file])).code).toBe(0);
  vi.restoreAllMocks();
  expect(readFileSync(file, "utf8")).toBe(JSON.stringify({ events: ["x".repeat(100)] }));
});
