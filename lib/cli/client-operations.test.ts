import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { BASE, findOperations } from "@/lib/api/find-operation";
import type { ApiOperation } from "@/lib/api/operation";
import { operations } from "@/lib/api/operations";
import { SCOPE_NEEDS, TOKEN_SCOPES, type TokenScope } from "@/lib/auth/tokens/token-dto";
import { type Asked, FakeLatchkey, TOKEN } from "../command/fake-latchkey.fixture";
import type { Host } from "../command/host";
import { makeProgram } from "../command/program";
import { piped, run, scratch } from "../command/run.fixture";

const root = path.resolve(import.meta.dirname, "../..");

/** What is typed of each command that asks the server, so that it asks all that it can ask. */
const TYPED: Readonly<Record<string, readonly string[][]>> = {
  login: [[]],
  whoami: [[]],
  connectors: [[], ["acme"]],
  "credentials list": [["--q", "EM", "--connector", "acme", "--status", "failed", "--unused"]],
  "credentials show": [["EMEA"], ["credential-1"]],
  "credentials add": [["acme", "--name", "X", "--rotate-by", "2027-03-03", "--save-unverified", "--keep-both"]],
  "credentials verify": [["EMEA"]],
  "credentials replace": [["EMEA"]],
  "credentials move": [["EMEA", "--to", "APAC"]],
  "credentials delete": [["EMEA", "--yes"]],
  "sources list": [[]],
  "sources show": [["Calls"], ["source-id-1"]],
  "sources create": [["--name", "X", "--credential", "credential-1", "--endpoint", "calls", "--parameter", "limit=1"]],
  "sources edit": [["Calls", "--name", "X", "--credential", "EMEA", "--parameter", "limit=1"]],
  "sources preview": [["Calls"]],
  "sources delete": [["Calls", "--yes"]],
  read: [["Calls"], ["source-id-1", "--format", "csv", "--since", "2026-11-01T00:00:00Z"]],
  tap: [["--discover"], []],
  "tokens list": [[]],
  "tokens revoke": [["Nightly", "--yes"]],
  "audit export": [
    ["--from", "2026-11-01", "--to", "2026-11-02", "--person", "p", "--credential", "c", "--action", "a"],
  ],
  wait: [["EMEA", "credential-2"]],
};
const ASKS_NOBODY = ["logout", "completion"];

function leaves(command: Command, before: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [before.join(" ")];
  return command.commands.flatMap((one) => leaves(one, [...before, one.name()]));
}

async function askedBy(command: string): Promise<Asked[]> {
  const server = await FakeLatchkey.start();
  const credential = server.credential("EMEA");
  server.credential("APAC");
  server.source("Calls", { credential: { id: credential.id } });
  server.records = ['{"id":"1"}'];
  const tokens = { status: 200, body: { data: [{ id: "token-1", name: "Nightly" }], next: null } };
  server.instead.set("GET /tokens", [tokens]);
  server.instead.set("DELETE /tokens/token-1", [{ status: 204 }]);
  server.instead.set("GET /audit/export", [{ status: 200, body: {} }]);
  const env = { LATCHKEY_URL: server.url, LATCHKEY_TOKEN: TOKEN, XDG_CONFIG_HOME: scratch() };
  for (const more of TYPED[command] ?? []) {
    const stdin = piped(command === "login" ? TOKEN : JSON.stringify({ apiKey: "k", apiPassword: "p" }));
    const { code, err } = await run(undefined, [...command.split(" "), ...more], { env, stdin });
    expect([code, err.includes("latchkey:")], `${command} ${more.join(" ")}: ${err}`).toEqual([0, false]);
  }
  await server.close();
  return server.asked;
}

const rowsOf = (asked: string): ApiOperation[] =>
  findOperations(operations, `${BASE}${asked}`).map((one) => one.operation);
const rowOf = ({ method, path: asked }: Asked) => rowsOf(asked).find((one) => one.method === method);
const isScope = (right: string | undefined): right is TokenScope => TOKEN_SCOPES.some((scope) => scope === right);

/** The stand-in's connector is none of ours. */
const real = (body: unknown): object => JSON.parse(JSON.stringify(body ?? {}).replace('"acme"', '"clari-copilot"'));
const numbersOf = (query: URLSearchParams): object =>
  Object.fromEntries([...query].map(([name, text]) => [name, ["limit", "lines"].includes(name) ? Number(text) : text]));

/** What a row would not take, or not look at. */
function problemsOf(schema: ApiOperation["body"], sent: object): unknown[] {
  if (!schema) return Object.keys(sent);
  const known = "shape" in schema ? Object.keys(schema.shape as object) : Object.keys(sent);
  return [
    ...Object.keys(sent).filter((name) => !known.includes(name)),
    ...(schema.safeParse(sent).error?.issues ?? []),
  ];
}

/** Code between backticks, whose second words stand for whole ones: `a:list`, `read` is `a:list`, `a:read`. */
function spelled(cell: string, separator: string): string[] {
  let before = "";
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => {
    const at = word.indexOf(separator);
    if (at !== -1) before = word.slice(0, at);
    return at === -1 && before && !LEAVES.includes(word) ? `${before}${separator}${word}` : word;
  });
}

const LEAVES = leaves(makeProgram({} as Host));

/** What the documentation says that a command's token needs. */
const DOCUMENTED = [
  ...readFileSync(path.join(root, "docs/command-line.md"), "utf8").matchAll(/^\| (`.*?) \| (`.*?) \|$/gm),
]
  .map(([, commands = "", scopes = ""]) => ({ commands: spelled(commands, " "), scopes: spelled(scopes, ":") }))
  .filter(({ scopes }) => scopes.every(isScope));

const isNamed = (command: string) => (name: string) => command === name || command.startsWith(`${name} `);
const withNeeds = (scopes: readonly string[]) =>
  new Set(scopes.flatMap((scope) => [scope, ...(isScope(scope) ? (SCOPE_NEEDS[scope] ?? []) : [])]));

it("each command that asks the server is tried here", () => {
  expect([...Object.keys(TYPED), ...ASKS_NOBODY].sort()).toEqual(LEAVES.sort());
});

it("no path stands in the sources that is no row of the table of operations", () => {
  const folder = path.join(root, "lib/command");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((one) =>
    /(?<!test|fixture)\.ts$/.test(one),
  );
  const paths = files.flatMap((file) =>
    [...readFileSync(path.join(folder, file), "utf8").matchAll(/["`](\/[a-z-]+(?:\/[^"`]*)?)["`]/g)].map(
      ([, one = ""]) => one,
    ),
  );
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((one) => rowsOf(one.replaceAll(/\$\{[^}]*\}/g, "x")).length === 0)).toEqual([]);
});

describe.each(Object.keys(TYPED))("latchkey %s", (command) => {
  it("asks for rows of the table, for what tokens may, as each row takes it", async () => {
    const asked = await askedBy(command);
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) {
      const name = `${one.method} ${one.path}`;
      const row = rowOf(one);
      expect(row, name).toBeDefined();
      if (!row) continue;
      expect(row.access, name).not.toBe("person");
      const { query, body, precondition, makes } = row;
      expect(problemsOf(query, numbersOf(one.query)), `${name}?${one.query}`).toEqual([]);
      expect(problemsOf(body, real(one.body)), name).toEqual([]);
      if (precondition) expect(one.headers["if-match"], name).toMatch(/^"\d+"$/);
      if (makes) expect(one.headers["idempotency-key"], name).toBeDefined();
    }
  });

  it("needs of its token what the documentation says, and all of that is needed", async () => {
    const rights = (await askedBy(command)).flatMap((one) => {
      const row = rowOf(one);
      return row && row.access !== "anyone" && row.permission ? [row.permission as string] : [];
    });
    const documented = DOCUMENTED.filter(({ commands }) => commands.some(isNamed(command)));
    const said = withNeeds(documented.flatMap(({ scopes }) => scopes));
    expect([...new Set(rights)].filter((right) => !said.has(right))).toEqual([]);
  });
});

it("the documentation names no scope that none of its commands needs", async () => {
  for (const { commands, scopes } of DOCUMENTED) {
    const named = Object.keys(TYPED).filter((command) => commands.some((name) => isNamed(command)(name)));
    expect(named.length, commands.join()).toBeGreaterThan(0);
    const asked = (await Promise.all(named.map(askedBy))).flat();
    const rights = asked
      .map((one) => rowOf(one))
      .map((row) => (row?.access === "anyone" ? undefined : row?.permission));
    // To select is asked beside creating a data source.
    const unasked = scopes.filter((scope) => scope !== "credential:select" && !rights.some((right) => right === scope));
    expect(unasked, commands.join()).toEqual([]);
  }
});
