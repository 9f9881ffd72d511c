import { readFileSync, statSync, writeFileSync } from "node:fs";
import { expect } from "../support/fixtures";
import { test, tokenBody } from "../support/people";
import { LATCHKEY, Machine } from "../support/run-latchkey";

const SCOPES = [
  ...["list", "read", "select", "create", "verify", "replace", "move", "delete"].map((act) => `credential:${act}`),
  ...["list", "read", "create", "edit", "delete"].map((act) => `data-source:${act}`),
];

async function tokenOf(
  owner: { post: (path: string, body: unknown) => Promise<{ status: number; body: { value: string } }> },
  more = {},
) {
  const { status, body } = await owner.post("/tokens", tokenBody("Command line", { scopes: SCOPES, ...more }));
  expect(status).toBe(201);
  return body.value;
}

test("anyone can fetch the command line, which is the file of the build", async ({ home }) => {
  const response = await fetch(`${home.app.url}/latchkey.mjs`);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect(response.headers.getSetCookie()).toEqual([]);
  const text = await response.text();
  expect(text).toBe(readFileSync(LATCHKEY, "utf8"));
  // On a machine with Node.js and nothing else, under another name.
  const machine = new Machine();
  writeFileSync(machine.file("latchkey"), text);
  const { code, out } = await machine.start(["--version"], "", machine.file("latchkey")).ended;
  expect([code, out]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
});

test("the whole main job by the command line: create, verify, read, replace, move, delete", async ({ owner, home }) => {
  const machine = new Machine();
  const pair = JSON.stringify(home.clari.pair);
  const login = await machine.run(["login", owner.url], await tokenOf(owner));
  expect(login, login.err).toMatchObject({ code: 0, out: "" });
  expect((statSync(machine.file("latchkey/config.json")).mode & 0o777).toString(8)).toBe("600");
  expect((await machine.json(["whoami"])).name).toBe("Command line");
  expect((await machine.run(["connectors", "clari-copilot"])).out).toContain("apiPassword");

  const add = (name: string) => ["credentials", "add", "clari-copilot", "--name", name, "--keep-both"];
  const first = await machine.json(add("By command line"), pair);
  expect(first).toMatchObject({ name: "By command line", status: "VERIFIED" });
  const wrong = await machine.run(add("Wrong"), '{"apiKey":"a-wrong-key","apiPassword":"a-wrong-password"}');
  expect(wrong.code).toBe(4);
  expect(`${wrong.out}${wrong.err}`).not.toContain("a-wrong");
  expect((await machine.json(["credentials", "verify", "By command line"])).status).toBe("VERIFIED");
  expect((await machine.run(["wait", "By command line", "--timeout", "5"])).code).toBe(0);

  const create = [
    "sources",
    "create",
    "--name",
    "Calls by command line",
    "--credential",
    first.id,
    "--endpoint",
    "calls",
  ];
  const source = await machine.json(create);
  const preview = await machine.run(["sources", "preview", source.name]);
  const file = machine.file("calls.ndjson");
  const read = await machine.json(["read", source.name, "-o", file]);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(read).toMatchObject({ status: "complete", records: lines.length });
  expect(preview.out.trimEnd().split("\n")).toEqual(lines.slice(0, 25));
  const csv = await machine.run(["read", source.id, "--format", "csv"]);
  expect(csv.out.split("\n")[0]).toMatch(/^id,source_id,title,.*,_other$/);
  expect((await machine.run(["read", source.id, "-o", machine.file("calls.parquet")])).code).toBe(0);
  expect(readFileSync(machine.file("calls.parquet")).subarray(-4).toString()).toBe("PAR1");

  const second = await machine.json(add("Its heir"), pair);
  const inUse = await machine.run(["credentials", "delete", first.id, "--yes"]);
  expect(inUse).toMatchObject({ code: 7, err: expect.stringContaining(source.name) });
  expect((await machine.run(["credentials", "move", first.id, "--to", second.id])).err).toContain(": 1.");
  expect((await machine.json(["credentials", "replace", "Its heir"], pair)).revision).toBeGreaterThan(second.revision);
  const renamed = await machine.json(["sources", "edit", source.id, "--name", "Renamed by command line"]);
  expect(renamed).toMatchObject({ name: "Renamed by command line", credential: { id: second.id } });
  expect((await machine.run(["credentials", "delete", first.id, "--yes"])).code).toBe(0);
  expect((await machine.run(["credentials", "show", first.id])).code).toBe(6);
  expect((await machine.run(["sources", "delete", source.id, "--yes"])).code).toBe(0);
});

test("a token that may read one source reads that one, in every format, and no more", async ({ owner, home }) => {
  const all = new Machine({ LATCHKEY_URL: owner.url, LATCHKEY_TOKEN: await tokenOf(owner) });
  const pair = JSON.stringify(home.clari.pair);
  const { id } = await all.json(["credentials", "add", "clari-copilot", "--name", "For one", "--keep-both"], pair);
  const create = (name: string) => ["sources", "create", "--name", name, "--credential", id, "--endpoint", "users"];
  const one = await all.json(create("The one"));
  const other = await all.json(create("The other"));
  const scopes = ["data-source:list", "data-source:read"];
  const LATCHKEY_TOKEN = await tokenOf(owner, { scopes, sources: [one.id] });
  const machine = new Machine({ LATCHKEY_URL: owner.url, LATCHKEY_TOKEN });
  for (const format of ["ndjson", "csv", "parquet"])
    expect(await machine.run(["read", "The one", "-o", machine.file(`one.${format}`)])).toMatchObject({
      code: 0,
      err: "",
    });
  expect((await machine.run(["read", other.id])).code).toBe(3);
  expect((await machine.run(["credentials", "list"])).code).toBe(3);
  expect((await machine.run(["credentials", "delete", id, "--yes"])).code).toBe(3);
});
