import { mkdirSync } from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeLatchkey } from "./fake-latchkey.fixture";
import { bytesWriter, type Host } from "./host";
import { piped, run, scratch, typing } from "./run.fixture";

let server: FakeLatchkey;
beforeEach(async () => {
  server = await FakeLatchkey.start();
});
afterEach(() => server.close());

/** What clears a screen, names a window and begins a command in one sign. */
const EVIL = "a\u001b[2J\u001b]0;b\u0007\u009b31m\u2028c";
const HARMLESS = "a [2J ]0;b  31m c";
const AS_JSON = `{"id":${JSON.stringify(EVIL)},"at":"2026-11-30T12:00:00Z"}`;
const onTerminal = { isTerminal: true };
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const DRIVES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/;

it("no record drives a terminal, whatever it is shown as; elsewhere it goes as it came", async () => {
  server.source("Calls");
  server.records = [AS_JSON];
  for (const words of [
    ["read", "Calls", "--format", "csv"],
    ["read", "Calls"],
    ["sources", "preview", "Calls"],
  ]) {
    const { code, out } = await run(server, words, onTerminal);
    expect(code).toBe(0);
    expect(out, words.join(" ")).not.toMatch(DRIVES);
    expect(out.split("\n")).toHaveLength(words.includes("csv") ? 3 : 2);
  }
  expect((await run(server, ["read", "Calls"])).out).toBe(`${AS_JSON}\n`);
  expect((await run(server, ["read", "Calls", "--format", "csv"])).out).toContain(EVIL);
});

it("a sign that is cut in two by the network drives no terminal either", async () => {
  const stdout = new PassThrough() as PassThrough & { isTTY: boolean };
  stdout.isTTY = true;
  const write = bytesWriter({ stdout, signal: new AbortController().signal } as unknown as Host);
  const bytes = Buffer.from("x\u009b2Jä\n");
  for (const byte of bytes) await write(Buffer.from([byte]));
  expect(stdout.read().toString()).toBe("x 2Jä\n");
});

it("no refusal, no answer of a check and no question drives a terminal", async () => {
  const { id, name } = server.credential(`n ${EVIL}`);
  const problem = { code: "VERIFICATION_REFUSED", detail: EVIL, verification: { causes: [`${EVIL}\n0: VERIFIED`] } };
  const refused = () => server.instead.set(`POST /credentials/${id}/verify`, [{ status: 422, body: problem }]);
  refused();
  const { err } = await run(server, ["credentials", "verify", id]);
  expect(err).toBe(`latchkey: ${HARMLESS}\n  - ${HARMLESS} 0: VERIFIED\n`);
  refused();
  const json = await run(server, ["credentials", "verify", id, "--json"]);
  expect(json.err.trimEnd()).not.toMatch(DRIVES);
  expect(JSON.parse(json.err)).toEqual({ ...problem, exitCode: 4 });
  const verified = { status: "VERIFIED", message: EVIL, causes: [EVIL], nextStep: EVIL };
  server.instead.set(`POST /credentials/${id}/verify`, [{ status: 200, body: verified }]);
  expect((await run(server, ["credentials", "verify", id])).out).toBe(
    `VERIFIED: ${HARMLESS}\n  - ${HARMLESS}\n${HARMLESS}\n`,
  );
  const stdin = typing();
  setTimeout(() => stdin.push("y\r"), 50);
  const asked = await run(server, ["credentials", "delete", id], { stdin, isTerminal: true });
  expect([asked.code, asked.err.includes(HARMLESS)]).toEqual([0, true]);
  expect(asked.err).not.toContain("\u001b]0;");
  expect(asked.err).not.toContain(name);
});

it("JSON says what it is about whole, in signs that no terminal obeys", async () => {
  server.credential(EVIL);
  const { out } = await run(server, ["credentials", "list", "--json"]);
  expect(out).not.toMatch(DRIVES);
  expect(JSON.parse(out)[0].name).toBe(EVIL);
});

it("with --json what fails on this machine is JSON too", async () => {
  server.source("Calls");
  server.records = ["{}"];
  const file = path.join(scratch(), "gone", "calls.ndjson");
  const { code, err } = await run(server, ["read", "Calls", "-o", file, "--json"], { stdin: piped("") });
  expect([code, JSON.parse(err)]).toEqual([1, { detail: expect.stringContaining("ENOENT"), exitCode: 1 }]);
  mkdirSync(path.dirname(file));
  expect((await run(server, ["read", "Calls", "-o", file, "--json"])).code).toBe(0);
});
