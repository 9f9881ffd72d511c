import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { EXIT, Failure } from "../failure";
import { FakeLatchkey, TOKEN } from "../fake-latchkey.fixture";
import { brokenAnswer, piped, run, scratch, startOther, typing } from "../run.fixture";

let server: FakeLatchkey;
let env: Record<string, string>;
let config: string;
beforeAll(async () => {
  server = await FakeLatchkey.start();
});
afterAll(() => server.close());
beforeEach(() => {
  env = { XDG_CONFIG_HOME: scratch() };
  config = path.join(env.XDG_CONFIG_HOME ?? "", "latchkey", "config.json");
});

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
const login = () => run(undefined, ["login", server.url], { env, stdin: piped(`${TOKEN}\n`) });

it("a token from standard input is tried, and kept where nobody else reads it", async () => {
  const { code, out, err } = await login();
  expect([code, out]).toEqual([0, ""]);
  expect(err).toContain('"Nightly"');
  expect(`${err}${out}`).not.toContain(TOKEN.slice(3));
  expect([modeOf(config), modeOf(path.dirname(config))]).toEqual(["600", "700"]);
  expect(JSON.parse(readFileSync(config, "utf8"))).toEqual({ url: server.url, token: TOKEN });
  expect(await run(undefined, ["whoami"], { env })).toMatchObject({ code: 0, out: expect.stringContaining("Home") });
});

it("a token is typed into a terminal that does not show it", async () => {
  const stdin = typing(`x\u0015${TOKEN}y\u007f`);
  const { code, err } = await run(undefined, ["login", server.url], { env, stdin });
  expect(code).toBe(0);
  expect(stdin.isRaw).toEqual([true, false]);
  expect(err).not.toContain(TOKEN.slice(3));
});

it("what is typed can be broken off, and leaves the terminal as it was", async () => {
  const stdin = typing("\u0003");
  expect(await run(undefined, ["login", server.url], { env, stdin })).toMatchObject({ code: 130 });
  expect(stdin.isRaw).toEqual([true, false]);
  expect(existsSync(config)).toBe(false);
});

it("where the terminal goes away while something is asked for, nothing was entered", async () => {
  const stdin = typing();
  setTimeout(() => stdin.push(null), 30);
  expect(await run(undefined, ["login", server.url], { env, stdin })).toMatchObject({ code: 2 });
});

it("whoever is told to end while something is asked for ends at once, and leaves the terminal as it was", async () => {
  const nobody = () => Object.assign(new PassThrough(), { isTTY: false });
  for (const [words, stdin] of [
    [["login", server.url], typing()],
    [["login"], typing()],
    [["login", server.url], nobody()],
  ] as const) {
    const stop = new AbortController();
    const running = run(undefined, words, { env, stdin, signal: stop.signal });
    setTimeout(() => stop.abort(new Failure(EXIT.terminated, "Told to stop.")), 30);
    const { code, err } = await running;
    expect([code, err.includes("latchkey: Told to stop.")]).toEqual([143, true]);
    const { isRaw } = stdin as { isRaw?: boolean[] };
    expect(isRaw?.at(-1) ?? false).toBe(false);
  }
});

it("what is refused is not kept", async () => {
  const wrong = `${TOKEN.slice(0, -1)}1`;
  const { code, err } = await run(undefined, ["login", server.url], { env, stdin: piped(wrong) });
  expect([code, err]).toEqual([3, "latchkey: There is no such token.\n"]);
  expect((await run(undefined, ["login", server.url], { env, stdin: piped("hunter2") })).code).toBe(2);
  expect((await run(undefined, ["login", "ftp://x"], { env, stdin: piped(TOKEN) })).code).toBe(2);
  expect(existsSync(config)).toBe(false);
});

it("a kept token is shown to its own server alone, and forgotten at once", async () => {
  await login();
  const other = await FakeLatchkey.start();
  const elsewhere = await run(undefined, ["whoami"], { env: { ...env, LATCHKEY_URL: other.url } });
  expect([elsewhere.code, other.asked]).toEqual([3, []]);
  await other.close();
  expect((await run(undefined, ["logout"], { env })).code).toBe(0);
  expect(existsSync(config)).toBe(false);
  expect((await run(undefined, ["whoami"], { env })).code).toBe(3);
});

it("a list's next page at another address does not get the token", async () => {
  const other = await FakeLatchkey.start();
  const next = `${other.url}/api/v1/credentials?after=2`;
  server.instead.set("GET /credentials", [{ status: 200, body: { data: [], next } }]);
  const { code } = await run(server, ["credentials", "list"]);
  expect([code, other.asked]).toEqual([1, []]);
  await other.close();
});

it("says where others can read the token", async () => {
  await login();
  writeFileSync(config, readFileSync(config), { mode: 0o644 });
  const { chmodSync } = await import("node:fs");
  chmodSync(config, 0o644);
  expect((await run(undefined, ["whoami"], { env })).err).toContain("chmod 600");
});

it("S2: what cannot be a token is not sent, and stands in no message", async () => {
  const secret = TOKEN.slice(3);
  const asked = server.asked.length;
  for (const token of [`${TOKEN}\n${TOKEN}`, `${TOKEN}\r\nx`, `${TOKEN} x`, `${TOKEN}ä`, `${TOKEN}\u0000`]) {
    const whoami = await run(undefined, ["whoami"], { env: { LATCHKEY_URL: server.url, LATCHKEY_TOKEN: token } });
    const configured = path.join(scratch(), "tap.json");
    writeFileSync(configured, JSON.stringify({ url: server.url, token }));
    const tap = await run(undefined, ["tap", "--config", configured], { env });
    for (const { code, err } of [whoami, tap]) expect([code, err.includes(secret)], token).toEqual([2, false]);
  }
  expect(server.asked.length).toBe(asked);
  const trimmed = { LATCHKEY_URL: server.url, LATCHKEY_TOKEN: `${TOKEN}\n` };
  expect((await run(undefined, ["whoami"], { env: trimmed })).code).toBe(0);
});

it("S2: a file that is no JSON says so, and not what is in it", async () => {
  await login();
  for (const content of [TOKEN, "null", '"x"']) {
    writeFileSync(config, content);
    const { code, err } = await run(undefined, ["whoami"], { env });
    expect([code, err.includes(TOKEN.slice(3, 9))], content).toEqual([content === TOKEN ? 2 : 3, false]);
  }
});

it("an answer of something else is told from none, and is not repeated", async () => {
  const page = await startOther((_, response) => response.end("<!DOCTYPE html>"));
  const cut = await startOther(brokenAnswer);
  for (const [other, exitCode] of [
    [page, 1],
    [cut, 5],
  ] as const) {
    const at = { LATCHKEY_URL: other.url, LATCHKEY_TOKEN: TOKEN };
    const { code, err } = await run(undefined, ["whoami"], { env: at });
    expect([code, err]).toEqual([exitCode, expect.stringContaining("answer")]);
    expect(err).not.toContain("DOCTYPE");
    await other.close();
  }
});

it("a server that is not there is something to come back for, and a wrong call is not", async () => {
  const env_ = { ...env, LATCHKEY_URL: "http://127.0.0.1:9", LATCHKEY_TOKEN: TOKEN };
  expect(await run(undefined, ["whoami"], { env: env_ })).toMatchObject({
    code: 5,
    err: expect.stringContaining("doesn't answer"),
  });
  expect((await run(server, ["whoami", "--nothing"])).code).toBe(2);
  expect((await run(server, ["nothing"])).code).toBe(2);
  expect((await run(server, [])).code).toBe(2);
  expect((await run(server, ["--version"])).code).toBe(0);
  expect(await run(server, ["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Exit codes:") });
});

it("with --json a refusal is JSON, on the other stream", async () => {
  server.instead.set("GET /me", [{ status: 503, body: { code: "UNAVAILABLE", detail: "Not now." } }]);
  const { code, out, err } = await run(server, ["whoami", "--json"]);
  expect([code, out, JSON.parse(err)]).toEqual([5, "", { code: "UNAVAILABLE", detail: "Not now.", exitCode: 5 }]);
});
