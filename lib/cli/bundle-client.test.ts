import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, openSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FakeLatchkey, TOKEN } from "../command/fake-latchkey.fixture";
import { noteOf } from "../command/reading/note";
import { scratch } from "../command/run.fixture";
import { bundleClient } from "./bundle-commands.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const folder = scratch();
const client = path.join(folder, "latchkey.mjs");
let inputs: string[];
let server: FakeLatchkey;

beforeAll(async () => {
  const { inputs: all } = await bundleClient(root, client);
  inputs = Object.keys(all);
  server = await FakeLatchkey.start();
  server.source("Calls");
});
afterAll(() => server.close());

const PATH = `${path.dirname(process.execPath)}:/usr/bin:/bin`;
const env = (): NodeJS.ProcessEnv => ({
  NODE_ENV: "production",
  PATH,
  LATCHKEY_URL: server.url,
  LATCHKEY_TOKEN: TOKEN,
});

function start(
  words: string[],
  stdout: "pipe" | "ignore" = "pipe",
): ChildProcess & { ended: Promise<{ code: number | null; out: string; err: string }> } {
  const child = spawn(client, words, { env: env(), stdio: ["ignore", stdout, "pipe"] });
  let [out, err] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, out, err })),
  );
  return Object.assign(child, { ended });
}

it("one file has all that it needs, and nothing of the server", () => {
  const packages = /^node_modules\/(commander|csv-stringify|hyparquet|hyparquet-writer)\//;
  expect(inputs.filter((file) => !file.startsWith("lib/command/") && !packages.test(file))).toEqual([]);
  const text = readFileSync(client, "utf8");
  expect(text.startsWith("#!/usr/bin/env node\n")).toBe(true);
  const builtin = createRequire(import.meta.url)("node:module").builtinModules as string[];
  const asked = [...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name = ""]) => name.replace("node:", ""));
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((name) => !builtin.includes(name))).toEqual([]);
});

it("package.json names it for npm link and npx, as a command and as a tap", () => {
  const { bin, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  expect(bin).toEqual({ latchkey: ".next/commands/latchkey.mjs", "tap-latchkey": ".next/commands/latchkey.mjs" });
  expect(statSync(client).mode & 0o111).toBe(0o111);
  expect(spawnSync(client, ["--version"], { env: env() }).stdout.toString()).toBe(`${version}\n`);
});

it("it runs under any name, and by that of a tap it is one", () => {
  const [plain, tap] = [path.join(folder, "latchkey"), path.join(folder, "tap-latchkey")];
  copyFileSync(client, plain);
  symlinkSync("latchkey.mjs", tap);
  expect(spawnSync(plain, ["connectors", "--json"], { env: { ...env(), LATCHKEY_TOKEN: "" } }).status).toBe(3);
  expect(spawnSync(tap, ["--config", "/nothing"], { env: env() })).toMatchObject({
    status: 2,
    stdout: Buffer.alloc(0),
  });
});

it("a reader that is killed goes on by the same command: the file has each record once", async () => {
  server.records = Array.from({ length: 3000 }, (_, at) => `{"id":"${at}","text":"${"x".repeat(100)}"}`);
  server.pause = 40;
  for (const format of ["ndjson", "csv", "parquet"]) {
    const file = path.join(folder, `calls.${format}`);
    for (let deaths = 0; deaths < 4; deaths += 1) {
      const child = start(["read", "Calls", "-o", file]);
      const pages = server.reads.size + deaths + 3;
      const before = server.asked.length;
      const handedOut = () => [...server.reads.values()].at(-1)?.handedOut ?? 0;
      const isUnderWay = () =>
        server.asked.length > before + 1 && existsSync(noteOf(file)) && handedOut() > pages * 100;
      await expect.poll(isUnderWay).toBe(true);
      child.kill("SIGKILL");
      await child.ended;
      expect(existsSync(noteOf(file)), format).toBe(true);
    }
    const last = await start(["read", "Calls", "-o", file]).ended;
    expect(last, format).toEqual({ code: 0, out: "", err: "" });
    expect(existsSync(noteOf(file))).toBe(false);
    if (format === "ndjson") expect(readFileSync(file, "utf8")).toBe(`${server.records.join("\n")}\n`);
    if (format === "csv")
      expect(readFileSync(file, "utf8").match(/^\d+(?=,)/gm)).toEqual(server.records.map((_, at) => String(at)));
    if (format === "parquet") expect(await idsOf(file)).toEqual(server.records.map((_, at) => String(at)));
  }
  server.pause = 0;
});

async function idsOf(file: string): Promise<unknown[]> {
  const { parquetReadObjects } = await import("hyparquet");
  const bytes = readFileSync(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return (await parquetReadObjects({ file: buffer })).map(({ id }) => id);
}

it("Ctrl-C ends a read as shells expect it, and it can be continued", async () => {
  const file = path.join(folder, "interrupted.ndjson");
  server.pause = 20;
  const child = start(["read", "Calls", "-o", file]);
  await expect.poll(() => existsSync(noteOf(file))).toBe(true);
  child.kill("SIGINT");
  expect(await child.ended).toEqual({ code: 130, out: "", err: "latchkey: Interrupted.\n" });
  server.pause = 0;
  expect((await start(["read", "Calls", "-o", file]).ended).code).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(`${server.records.join("\n")}\n`);
});

it.skipIf(!existsSync("/dev/full"))("where the output cannot be written it fails, and says so in a line", () => {
  // Its server would be this process, which waits: nothing is asked for.
  const full = openSync("/dev/full", "w");
  const { status, stderr } = spawnSync(client, ["completion", "bash"], { env: env(), stdio: ["ignore", full, "pipe"] });
  expect([status, stderr.toString()]).toEqual([1, "latchkey: The output cannot be written: ENOSPC.\n"]);
});

it("where nobody takes the output any more it ends, and says nothing", async () => {
  const child = start(["read", "Calls"]);
  child.stdout?.once("data", () => child.stdout?.destroy());
  expect(await child.ended).toMatchObject({ code: 141, err: "" });
});

it("bash takes its completion, and completes commands and options of each", async () => {
  const { out } = await start(["completion", "bash"]).ended;
  const ask = (...words: string[]) => {
    const line = words.map((word) => `'${word}'`).join(" ");
    const script = `${out}\nCOMP_WORDS=(latchkey ${line}); COMP_CWORD=${words.length}; _latchkey latchkey '${words.at(-1)}' ''; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync("bash", ["-c", script]).stdout.toString().trim().split("\n");
  };
  expect(ask("cre")).toEqual(["credentials"]);
  expect(ask("credentials", "re")).toEqual(["replace"]);
  expect(ask("credentials", "add", "acme", "--keep")).toEqual(["--keep-both"]);
  expect(ask("read", "--fo")).toEqual(["--format"]);
});

const isThere = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

it.skipIf(!isThere("zsh"))(
  "zsh completes at the first Tab, from a folder of $fpath and where it was sourced",
  async () => {
    const functions = scratch();
    const file = path.join(functions, "_latchkey");
    writeFileSync(file, (await start(["completion", "zsh"]).ended).out);
    // What compinit brings along, as far as the file asks.
    const own = `_describe() { print -lr -- "\${(@P)2}" }; _files() { : }; compdef() { print compdef "$@" }`;
    const ask = (load: string, ...words: string[]) => {
      const script = `${own}; ${load}; words=(latchkey ${words.join(" ")}); CURRENT=$#words; _latchkey`;
      return spawnSync("zsh", ["-f", "-c", script]).stdout.toString().split("\n");
    };
    const ways = [`fpath=(${functions}); autoload -Uz _latchkey`, `source ${file}`];
    for (const load of ways) {
      expect(ask(load, "cre"), load).toContain("credentials:keep, verify and replace credentials");
      expect(ask(load, "credentials", "re"), load).toContain(
        "replace:verify new values, and replace the old ones with them",
      );
      expect(ask(load, "read", "--fo"), load).toContain("--format:by the file's name, otherwise ndjson");
      expect(ask(load, "cre").filter((line) => line === "compdef _latchkey latchkey")).toHaveLength(ways.indexOf(load));
    }
  },
);

it.skipIf(!isThere("fish"))("fish takes its completion, and completes commands and options of each", async () => {
  const file = path.join(scratch(), "latchkey.fish");
  writeFileSync(file, (await start(["completion", "fish"]).ended).out);
  const ask = (line: string) =>
    spawnSync("fish", ["--no-config", "-c", `source ${file}; complete -C '${line}'`])
      .stdout.toString()
      .trim()
      .split("\n");
  expect(ask("latchkey cre")).toEqual(["credentials\tkeep, verify and replace credentials"]);
  expect(ask("latchkey credentials re")).toEqual(["replace\tverify new values, and replace the old ones with them"]);
  expect(ask("latchkey read --fo")).toEqual(["--format\tby the file's name, otherwise ndjson"]);
  expect(ask("latchkey logout --")).toEqual(["--help\tsay more"]);
});
