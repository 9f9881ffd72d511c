import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { gunzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import { expect, type Page, test } from "playwright/test";
import type { ClariSandbox } from "../sandbox/clari-sandbox";
import { startClariSandbox } from "../sandbox/start-clari-sandbox";
import { cookieOf, fillCredential, makeOwner, signIn, TOKEN } from "../support/fixtures";
import { runOperator } from "../support/run-operator";
import { scratchRoot } from "../support/scratch-root";
import { filesUnder, formsOf } from "../support/secret-forms";
import { freePort } from "../support/start-app";
import { type Launcher, startLauncher } from "../support/start-launcher";

// Where a secret could turn up that went through everything: under the launcher, with the log at its most talkative.
// The embedded database only, whose files can be read.

/** Part of every value of these tests, and of nothing else. */
const MARK = "Zq7wK3pVx9LmT4";
const PAIR = { apiKey: `key-${MARK}-a1`, apiPassword: `password-${MARK}-b2` };

let folder: string;
let clari: ClariSandbox;
let launcher: Launcher;
let env: Record<string, string>;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(scratchRoot(), "latchkey-secrets-"));
  clari = await startClariSandbox({ pair: PAIR, ratePerSecond: 1000 });
  env = {
    PORT: String(await freePort()),
    DATA_DIR: path.join(folder, "data"),
    SETUP_TOKEN: TOKEN,
    CLARI_COPILOT_BASE_URL: clari.url,
    LOG_LEVEL: "trace",
    CHECKS_PER_MINUTE_OF_MEMBER: "1000",
    CHECKS_PER_MINUTE_OF_WORKSPACE: "1000",
  };
  launcher = await startLauncher(env);
  await expect.poll(launcher.isReady, { timeout: 40_000 }).toBe(true);
  await makeOwner(launcher.url);
});
test.afterAll(async () => {
  await launcher.stop();
  await clari.close();
  await rm(folder, { recursive: true, force: true });
});

type Place = { name: string; bytes: Buffer };
const FORMS = formsOf(Buffer.from(MARK));
const placesWithMark = (places: Place[]) =>
  places.filter(({ bytes }) => FORMS.some((form) => bytes.includes(form))).map(({ name }) => name);
const filesIn = async (root: string): Promise<Place[]> =>
  Promise.all((await filesUnder(root)).map(async (name) => ({ name, bytes: await readFile(name) })));

const FAULTS = [
  ...["reflect", "status:403", "status:500", "429:2", "html", "badjson", "empty", "truncated", "garbage", "reset"],
  ...["redirect:302", "nousers", "no-header", "bomb", "foreign-huge", "status:404", "status:204", "nohttp", "html:502"],
];
/** What cannot be a value, or no body at all; each with the mark in it. */
const badBodies = (connectorId: string) => [
  ...[`${MARK}\r\nX-Injected: 1`, `${MARK}\u0000`, `${MARK} é`, `${MARK}€`, `${MARK}${"x".repeat(1100)}`].map(
    (apiKey) => JSON.stringify({ connectorId, values: { apiKey, apiPassword: MARK } }),
  ),
  JSON.stringify({ connectorId, values: { apiKey: { [MARK]: MARK }, apiPassword: [MARK] } }),
  JSON.stringify({ connectorId: MARK, values: PAIR }),
  JSON.stringify({ connectorId, values: PAIR, name: `${MARK}\u202E`, formId: MARK, revision: MARK }),
  `{"connectorId":"${connectorId}","values":{"apiKey":"${MARK}`,
  `${MARK}${"x".repeat(70_000)}`,
];

/** Everything that the app answers, to a browser and to a program. */
async function useEverything(page: Page): Promise<Place[]> {
  const { url } = launcher;
  const seen: Place[] = [];
  const note = (name: string, text: string) => void seen.push({ name, bytes: Buffer.from(text) });
  page.on("request", (request) => note("request", `${request.url()} ${request.headers().referer ?? ""}`));
  page.on("console", (message) => note("console", message.text()));
  page.on("response", (response) => {
    note(response.url(), JSON.stringify(response.headers()));
    void response.text().then(
      (text) => note(`answer of ${response.url()}`, text),
      () => undefined,
    );
  });
  await signIn(page, url);
  await fillCredential(page, "Refused", { apiKey: "fault:reflect", apiPassword: MARK }, url);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await fillCredential(page, "Canary", PAIR, url);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Canary" })).toBeChecked();

  const headers = { cookie: await cookieOf(page), origin: url };
  const send = async (route: string, body?: string, more: Record<string, string> = {}, method = "POST") => {
    const init = body === undefined ? {} : { method, body };
    const response = await fetch(`${url}${route}`, { headers: { ...headers, ...more }, ...init });
    const text = await response.text();
    note(`answer of ${route}`, `${text} ${JSON.stringify([...response.headers])}`);
    return { status: response.status, text };
  };
  const connectorId = "clari-copilot";
  const verify = (values: object) => send("/api/v1/credentials/verify", JSON.stringify({ connectorId, values }));
  for (const fault of FAULTS) {
    const values = { apiKey: `fault:${fault}`, apiPassword: MARK };
    await verify(values);
    // In between, so that the provider is not left alone for its failures.
    expect((await verify(PAIR)).status).toBe(200);
    const body = { connectorId, name: `Kept ${fault}`, description: "", values };
    await send("/api/v1/credentials", JSON.stringify({ ...body, saveUnverified: true, keepBoth: true }));
  }
  const { data } = JSON.parse((await send("/api/v1/credentials")).text);
  const idOf = (name: string) => data.find((one: { name: string }) => one.name === name).id;
  const kept = idOf("Kept reflect");
  await send(`/api/v1/credentials/${kept}/verify`, "{}");
  const targets = ["/api/v1/credentials", "/api/v1/credentials/verify", "/nothing"];
  for (const body of badBodies(connectorId)) {
    for (const route of targets) await send(route, body);
    for (const shown of ['"1"', MARK])
      await send(`/api/v1/credentials/${kept}/values`, body, { "if-match": shown, "idempotency-key": MARK }, "PUT");
  }
  const id = idOf("Canary");
  const current = { "if-match": `"${JSON.parse((await send(`/api/v1/credentials/${id}`)).text).revision}"` };
  const replacement = JSON.stringify({ values: PAIR });
  expect((await send(`/api/v1/credentials/${id}/values`, replacement, current, "PUT")).status).toBe(200);
  expect((await send(`/api/v1/credentials/${kept}`, "", {}, "DELETE")).status).toBe(204);
  for (const route of ["audit/export?format=csv", "audit/export?format=json", "members", "notices", "settings"])
    await send(`/api/v1/${route}`);
  for (const route of ["/credentials", `/credentials/${id}`, "/credentials/deleted", "/audit", "/settings/keys"]) {
    await send(route);
    await send(route, undefined, { rsc: "1" });
    await page.goto(`${url}${route}`);
  }
  const storage = await page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, await indexedDB.databases()]),
  );
  note("storage", storage + (await page.content()) + JSON.stringify(await page.context().storageState()));
  return seen;
}

test("S1, S3, S4, S5, I7: after success, every failure, nonsense and an echo, the secret is nowhere but sealed", async ({
  page,
}) => {
  test.setTimeout(150_000);
  const seen = await useEverything(page);
  expect(clari.requests.filter(({ headersMatchPair }) => headersMatchPair).length).toBeGreaterThan(10);
  const backup = path.join(folder, "latchkey.backup");
  expect((await runOperator(env, "backup", backup)).code).toBe(0);
  const operator: Place[] = [];
  for (const words of [
    ["keys", "add"],
    ["keys", "rotate", "--confirm-backup"],
    ["keys", "status"],
  ]) {
    const { code, output } = await runOperator(env, ...words);
    expect(code, output).toBe(0);
    operator.push({ name: words.join(" "), bytes: Buffer.from(output) });
  }
  const places = [
    ...seen,
    ...operator,
    { name: "output", bytes: Buffer.from(launcher.output()) },
    { name: "backup", bytes: gunzipSync(await readFile(backup)) },
    // The write-ahead log is among these.
    ...(await filesIn(path.join(folder, "data"))),
  ];
  expect(places.length).toBeGreaterThan(500);
  expect(places.map(({ name }) => name).filter((name) => name.includes("pg_wal")).length).toBeGreaterThan(0);
  expect(placesWithMark(places)).toEqual([]);
  // The search finds what it looks for.
  const encoded = Buffer.from(`xx${PAIR.apiKey}`).toString("base64");
  expect(placesWithMark([{ name: "control", bytes: Buffer.from(encoded) }])).toEqual(["control"]);
});

test("S10: the key is in no argument or file of the build, and the environment's own variables are not in it either", async () => {
  const ring = await readFile(path.join(folder, "data", "keys", "sealing.key"), "utf8");
  const keys = ring.split("\n").filter((line) => /^[\w-]{43}$/.test(line));
  expect(keys.length).toBeGreaterThan(0);
  const forms = keys.flatMap((key) => formsOf(Buffer.from(key, "base64url")));
  const places = [
    { name: "arguments", bytes: await readFile(`/proc/${launcher.serverId()}/cmdline`) },
    { name: "environment", bytes: await readFile(`/proc/${launcher.serverId()}/environ`) },
    ...(await filesIn(".next/server")),
    ...(await filesIn(".next/static")),
  ];
  expect(places.length).toBeGreaterThan(50);
  expect(places.filter(({ bytes }) => forms.some((form) => bytes.includes(form)))).toEqual([]);
});

test("S4, I11: a crash writes no memory to a file, and every line of the log is JSON", async () => {
  test.setTimeout(60_000);
  const before = await readdir(".");
  const crashed = launcher.serverId();
  // Linux' own word about the process; the launcher's shell allowed core dumps.
  if (existsSync(`/proc/${crashed}/limits`))
    expect(await readFile(`/proc/${crashed}/limits`, "utf8")).toMatch(/Max core file size\s+0\s+0\s/);
  process.kill(crashed, "SIGABRT");
  await expect.poll(() => launcher.output(), { timeout: 20_000 }).toContain("SIGABRT");
  await expect.poll(launcher.isReady, { timeout: 40_000 }).toBe(true);
  expect(await readdir(".")).toEqual(before);
  const left = (await filesUnder(folder)).filter((name) => /core|report|heap|\.cpuprofile/.test(path.basename(name)));
  expect(left).toEqual([]);
  expect(placesWithMark([{ name: "output", bytes: Buffer.from(launcher.output()) }])).toEqual([]);
  // What is no JSON is said to the operator before the server takes requests, or by the launcher about it.
  const plain = stripVTControlCharacters(launcher.output())
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("{"));
  for (const line of plain)
    expect(line).toMatch(
      /^(✓ |Latchkey is ready|This installation|The server ended|A new sealing|Back this| {2}|.*sealing)/,
    );
});

test("L3: a page that fails says an id, the log has it with what failed, and the server goes on", async ({ page }) => {
  test.setTimeout(90_000);
  await launcher.stop();
  const database = await PGlite.create(path.join(folder, "data", "database"));
  await database.exec('ALTER TABLE "DataSource" RENAME TO "Away"');
  await database.close();
  launcher = await startLauncher(env);
  await expect.poll(launcher.isReady, { timeout: 40_000 }).toBe(true);
  await page.goto(`${launcher.url}/sign-in`);
  await page.getByLabel("Email").fill("ada@example.com");
  await page.getByLabel("Password", { exact: true }).fill("a quiet sentence to remember");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("We couldn't show this page", { exact: true })).toBeVisible();
  await expect(page).toHaveTitle("We couldn't show this page · Latchkey");
  // The title of what failed is sent apart from it: on a slow machine it came last, and stayed.
  const late = "<title>Overview · Latchkey</title>";
  await page.evaluate((title) => document.head.insertAdjacentHTML("afterbegin", title), late);
  await expect(page).toHaveTitle("We couldn't show this page · Latchkey");
  const [, id = ""] = /give (\S+) to this server/.exec((await page.locator("body").textContent()) ?? "") ?? [];
  expect(id).toMatch(/^\d+/);
  const lines = launcher
    .output()
    .split("\n")
    .filter((line) => line.includes(`"${id}"`))
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines[0]).toMatchObject({ level: 50, msg: "unexpected error", error: { code: "42P01" } });
  const answer = await fetch(`${launcher.url}/api/v1/data-sources`, { headers: { cookie: await cookieOf(page) } });
  const problem = await answer.json();
  expect([answer.status, problem.code]).toEqual([500, "INTERNAL"]);
  expect(launcher.output()).toContain(`"correlationId":"${problem.correlationId}"`);
  expect(launcher.output()).not.toContain("does not exist in the current database");
  expect((await fetch(`${launcher.url}/api/health`)).status).toBe(200);
});
