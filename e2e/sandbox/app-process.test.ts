import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { startApp } from "./app-process";
import { keptJson } from "./kept-json";
import { assertPortIsFree, portOf } from "./port-of";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "latchkey-demo-"));
  await mkdir(path.join(root, "lib/cli"), { recursive: true });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

/** Ready at its third question; notes what it was started with, and that it was stopped in peace. */
const APP = `
import { createServer } from "node:http";
import { writeFileSync } from "node:fs";
writeFileSync("env.json", JSON.stringify(process.env));
let asked = 0;
createServer((request, response) => {
  response.statusCode = request.url === "/api/ready" && ++asked > 2 ? 200 : 503;
  response.end();
}).listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => { writeFileSync("stopped", ""); process.exit(0); });
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("the app's process", () => {
  it("waits until the app is ready, keeps a real installation's variables from it, and stops it in peace", async () => {
    vi.stubEnv("DATABASE_URL", "postgres://real");
    vi.stubEnv("SEALING_KEY_FILE", "/real/key");
    await writeFile(path.join(root, "lib/cli/start.mjs"), APP);
    const port = await freePort();
    const app = startApp(root, { PORT: String(port), SETUP_TOKEN: "token" });
    onTestFinished(app.stop);
    await app.ready(`http://127.0.0.1:${port}`);
    const seen = JSON.parse(await readFile(path.join(root, "env.json"), "utf8"));
    expect(seen).toMatchObject({ SETUP_TOKEN: "token", DATABASE_URL: "", SEALING_KEY_FILE: "", SEALING_KEY: "" });
    await app.stop();
    expect((await stat(path.join(root, "stopped"))).isFile()).toBe(true);
    await app.stop();
  });

  it("does not wait for an app that ended", async () => {
    await writeFile(path.join(root, "lib/cli/start.mjs"), "process.exit(3)");
    await expect(startApp(root, {}).ready("http://127.0.0.1:9")).rejects.toThrow(/ended before it was ready/);
  });
});

describe("what is kept between runs", () => {
  it("is made once, for its owner's eyes only", async () => {
    const file = path.join(root, "kept.json");
    const first = await keptJson(file, () => ({ password: String(Math.random()) }));
    const second = await keptJson(file, () => ({ password: String(Math.random()) }));
    expect(second).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each(["", "{", "[]", "null", '{"password":1}'])("is not replaced where it is damaged: %j", async (text) => {
    const file = path.join(root, "kept.json");
    await writeFile(file, text);
    await expect(keptJson(file, () => ({ password: "p" }))).rejects.toThrow(/damaged.*--fresh/);
    expect(await readFile(file, "utf8")).toBe(text);
  });
});

describe("ports", () => {
  it.each(["0", "x", "65536", "-1", "1.5"])("%j is none", (text) => {
    vi.stubEnv("SANDBOX_PORT", text);
    expect(() => portOf("SANDBOX_PORT", 4010)).toThrow(/port from 1 to 65535/);
  });

  it("falls back to the usual one, and notices one that is taken", async () => {
    vi.stubEnv("SANDBOX_PORT", "");
    expect(portOf("SANDBOX_PORT", 4010)).toBe(4010);
    const port = await freePort();
    await assertPortIsFree(port, "127.0.0.1", "PORT");
    const server = createServer().listen(port, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    await expect(assertPortIsFree(port, "127.0.0.1", "PORT")).rejects.toThrow(/is taken.*PORT=/);
  });
});
