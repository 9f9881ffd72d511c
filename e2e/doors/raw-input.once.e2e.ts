import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { test as base, cookieOf, expect } from "../support/fixtures";

// What no form would send, straight to the routes: on both databases, because they refuse different texts.

type Answer = { status: number; code: string | undefined; text: string; json: Record<string, unknown> };
type Send = (change: Record<string, unknown> | BodyInit, headers?: Record<string, string>) => Promise<Answer>;

const test = base.extend<{ save: Send }>({
  /** POST /api/v1/credentials with the session: a valid body changed by what is given, or a body as it is. */
  save: async ({ signedIn: page, home }, use) => {
    const own = { cookie: await cookieOf(page), origin: home.app.url };
    await use(async (change, headers = {}) => {
      const isRaw = typeof change === "string" || change instanceof Uint8Array || change instanceof ReadableStream;
      const body = isRaw ? change : JSON.stringify(valid(change as Record<string, unknown>));
      const response = await fetch(`${home.app.url}/api/v1/credentials`, {
        method: "POST",
        headers: { ...own, ...headers },
        body,
        ...(body instanceof ReadableStream && { duplex: "half" }),
        signal: AbortSignal.timeout(10_000),
      } as RequestInit);
      const text = await response.text();
      const json = JSON.parse(text);
      return { status: response.status, code: json.code, text, json };
    });
  },
});

const valid = (change: Record<string, unknown> = {}) => ({
  connectorId: "clari-copilot",
  name: `Raw ${randomUUID()}`,
  description: "",
  values: { apiKey: "raw-key-canary", apiPassword: "raw-password-canary" },
  saveUnverified: true,
  // These values are saved under many names.
  keepBoth: true,
  ...change,
});

const REFUSED = { status: 422, code: "INVALID_INPUT" };
const FAMILY = "👩‍👩‍👧‍👦";

test("U9: a name is counted in characters as people count them", async ({ save }) => {
  for (const name of ["x", "y".repeat(100), FAMILY.repeat(100), `Z${"\u0301".repeat(500)}`])
    expect((await save({ name })).status, name.slice(0, 20)).toBe(201);
  for (const name of ["", "   ", "y".repeat(101), "y".repeat(10_000), FAMILY.repeat(255), `Z${"\u0301".repeat(5000)}`])
    expect(await save({ name }), name.slice(0, 20)).toMatchObject(REFUSED);
  expect((await save({ description: `${FAMILY}\n`.repeat(250) })).status).toBe(201);
  expect(await save({ description: "e\u0301\u0302".repeat(501) })).toMatchObject(REFUSED);
  expect(await save({ description: `x${"\u0302".repeat(8)}`.repeat(500) })).toMatchObject(REFUSED);
});

test("U10: other scripts are kept in NFC; what hides, reverses or breaks text is refused, never a 500", async ({
  save,
}) => {
  for (const name of ["مبيعات أوروبا", "מכירות", "Sales مبيعات EU", "營業部", "Caf\u0065\u0301"]) {
    const { status, json } = await save({ name });
    expect(status, name).toBe(201);
    expect(json.name).toBe(name.normalize("NFC"));
  }
  expect(await save({ name: "CAF\u00C9" })).toMatchObject({ status: 409, code: "NAME_TAKEN" });
  const hostile = [
    "\u202Eabc",
    "a\u2066b",
    "\u200B",
    "\uFEFF",
    "a\u0000b",
    "a\u0007b",
    "\u001B[31mred",
    "a\r\nb",
    "\uD800",
  ];
  for (const text of hostile) {
    expect(await save({ name: text }), JSON.stringify(text)).toMatchObject(REFUSED);
    if (!["\u200B", "\uFEFF", "a\r\nb"].includes(text))
      expect(await save({ description: text }), JSON.stringify(text)).toMatchObject(REFUSED);
  }
});

test("I9, U10: a name that looks like another one's is refused, and what only emoji and some scripts need is kept", async ({
  save,
}) => {
  expect((await save({ name: "Production" })).status).toBe(201);
  for (const one of "\u200B\u2060\u00AD\uFEFF\u200E\u200F\u034F\u{E0041}\u3164\u2800")
    expect(await save({ name: `Prod${one}uction` }), JSON.stringify(one)).toMatchObject(REFUSED);
  for (const name of ["Рroduction", "Prоduction", "prоduction", "Ｐroduction"])
    expect(await save({ name }), name).toMatchObject({ status: 409, code: "NAME_TAKEN" });
  for (const name of ["می‌خواهم", "क्‍ष", "👩‍❤️‍👨", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣"]) expect((await save({ name })).status, name).toBe(201);
});

test("U11: blanks around a value are trimmed, anything else that is no visible ASCII is refused and not repeated", async ({
  save,
  home,
}) => {
  const { apiKey, apiPassword } = home.clari.pair;
  const asked = home.clari.requests.length;
  const padded = await save({
    values: { apiKey: ` ${apiKey}\n`, apiPassword: `\t${apiPassword}\r\n` },
    saveUnverified: false,
  });
  expect(padded.status, padded.text).toBe(201);
  // The provider was sent the exact bytes of its pair.
  expect(home.clari.requests.slice(asked)).toMatchObject([{ headersMatchPair: true, status: 200 }]);
  for (const value of [
    "a\nb",
    "a\r\nX-Injected: 1",
    "a\tb",
    "a b",
    "a\u0000b",
    "clé",
    "€",
    "\u200Bkey",
    "\uD800",
    "",
    " ",
  ]) {
    const answer = await save({ values: { apiKey: value, apiPassword: "raw-password-canary" } });
    expect(answer, JSON.stringify(value)).toMatchObject(REFUSED);
    expect(answer.text).not.toContain("canary");
    expect(answer.text).not.toContain("Injected");
  }
  expect((await save({ values: { apiKey: "k".repeat(1024), apiPassword: "p" } })).status).toBe(201);
  expect(await save({ values: { apiKey: "k".repeat(1025), apiPassword: "p" } })).toMatchObject(REFUSED);
});

test("U12, Z7, I10: wrong types, prototypes, broken and endless JSON are refused or ignored", async ({ save }) => {
  const wrong: Record<string, unknown>[] = [];
  for (const value of [7, true, null, [], ["x"], {}, { not: "" }, { contains: "" }]) {
    for (const field of ["name", "connectorId", "description"]) wrong.push({ [field]: value });
    wrong.push({ values: value }, { values: { apiKey: value, apiPassword: "p" } });
    if (value !== true) wrong.push({ saveUnverified: value }, { keepBoth: value });
  }
  for (const change of wrong) expect(await save(change), JSON.stringify(change)).toMatchObject(REFUSED);
  expect(await save({ connectorId: "__proto__" })).toMatchObject({ status: 404 });
  expect(await save({ connectorId: "a\u0000" })).toMatchObject({ status: 404 });

  const text = JSON.stringify(valid());
  for (const body of [
    "",
    "{",
    "null",
    "[]",
    '"text"',
    "7",
    text.slice(0, -1),
    `${text}}`,
    `${"[".repeat(30_000)}${"]".repeat(30_000)}`,
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
    '{"__proto__":{"connectorId":"clari-copilot"}}',
  ])
    expect(await save(body), String(body).slice(0, 40)).toMatchObject(REFUSED);
  expect(
    (await save(`{"__proto__":{"role":"owner"},"constructor":{"prototype":{"x":1}},${text.slice(1)}`)).status,
  ).toBe(201);
  const twice = await save(
    JSON.stringify(valid({ name: "First of two" })).replace('"name":', '"name":"Second of two","name":'),
  );
  expect(twice.json).toMatchObject({ name: "First of two" });

  // Without a length that could be refused at once.
  const chunked = new ReadableStream({
    start: (controller) => {
      for (let part = 0; part < 64; part += 1) controller.enqueue(new Uint8Array(16_384).fill(120));
      controller.close();
    },
  });
  for (const body of ["x".repeat(1_000_000), chunked])
    expect(await save(body)).toMatchObject({ status: 413, code: "TOO_LARGE" });
});

test("Z6: fields that are not the client's to say change nothing", async ({ save }) => {
  const { status, json } = await save({
    name: "Says too much",
    id: "chosen-by-the-client-00",
    workspaceId: "another-workspace-00",
    ownerId: "somebody-else-000000",
    status: "VERIFIED",
    outcome: "accepted",
    verifiedAt: "2020-01-01T00:00:00.000Z",
    createdAt: "2020-01-01T00:00:00.000Z",
    revision: 99,
    role: "owner",
    sealed: "{}",
  });
  expect(status).toBe(201);
  expect(json).toMatchObject({ ownerName: "Ada Owner", status: "UNVERIFIED", revision: 1, usedBy: 0 });
  expect(json.id).not.toBe("chosen-by-the-client-00");
  expect(String(json.createdAt)).not.toMatch(/^2020/);
  expect(json).not.toHaveProperty("verifiedAt");
});

test("a list of a connector that no text of the database could name is empty", async ({ signedIn: page, home }) => {
  const headers = { cookie: await cookieOf(page) };
  for (const id of ["%00", "nothing", "__proto__", "%ED%A0%80"]) {
    const response = await fetch(`${home.app.url}/api/v1/credentials?connectorId=${id}`, { headers });
    expect(await response.json(), id).toEqual({ data: [], next: null });
  }
});

test("N4, N6: request targets and origins that cannot be read are refused, never a 500", async ({ home }) => {
  const { host, hostname, port } = new URL(home.app.url);
  const statusOf = (target: string, header = "X-Plain: 1") =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let text = "";
      socket.on("data", (chunk) => (text += chunk));
      socket.on("error", reject);
      socket.on("close", () => resolve(text.split(" ")[1] ?? "none"));
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${header}\r\nConnection: close\r\n\r\n`);
    });
  for (const target of ["/credentials/%ED%A0%80", "/%c0", "/%", "http://evil.example/sign-in"])
    expect(await statusOf(target), target).toBe("400");
  expect(await statusOf("/setup", `Origin: ${home.app.url}.evil.example`)).toBe("307");
  for (const target of ["/credentials/%00", "//evil.example/", "/sign-in?next=//evil.example", "/nothing/here"])
    expect(Number(await statusOf(target)), target).toBeLessThan(500);
});
