import { afterEach, beforeEach, expect, it } from "vitest";
import { ask, pairHeaders } from "./ask";
import type { ClariPair } from "./clari-pair";
import type { ClariSandbox } from "./clari-sandbox";
import { FAULTS } from "./faults";
import { startClariSandbox } from "./start-clari-sandbox";

let sandbox: ClariSandbox;
let made: ClariPair[] = [];
beforeEach(async () => {
  made = [];
  sandbox = await startClariSandbox({ page: true, onNewPair: (pair) => made.push(pair) });
});
afterEach(() => sandbox.close());

const press = (headers: Record<string, string> = {}) =>
  ask(`${sandbox.url}/sandbox/generate-pair`, { method: "POST", headers });

it("shows the pair, the faults and the last requests, and is no request itself", async () => {
  await ask(`${sandbox.url}/users?x=%3Cb%3E"><script>`, { headers: pairHeaders(sandbox.pair) });
  await ask(`${sandbox.url}/users`, {
    headers: { "X-Api-Key": "fault:redirect:302:http://a/<b>", "X-Api-Password": "p" },
  });
  const { status, headers, text } = await ask(`${sandbox.url}/`);
  expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  for (const shown of [sandbox.pair.apiKey, sandbox.pair.apiPassword, "/users?x=", "the current pair"])
    expect(text).toContain(shown);
  for (const { example } of FAULTS) expect(text).toContain(`fault:${example}`);
  expect(text).not.toContain("<script>");
  expect(text).not.toContain("a/<b>");
  expect(sandbox.requests).toHaveLength(2);
});

it("generates a new pair at the press of its button", async () => {
  const old = sandbox.pair;
  const { status, headers } = await press({ Origin: sandbox.url });
  expect([status, headers.location]).toEqual([303, "/"]);
  expect(sandbox.pair).not.toEqual(old);
  expect(made).toEqual([sandbox.pair]);
  expect((await ask(`${sandbox.url}/users`, { headers: pairHeaders(old) })).status).toBe(401);
});

it("does not let a link or another website press it", async () => {
  const old = sandbox.pair;
  expect((await press({ Origin: "https://elsewhere.example" })).status).toBe(405);
  expect((await press({ Origin: "null" })).status).toBe(405);
  expect((await ask(`${sandbox.url}/sandbox/generate-pair`)).status).toBe(405);
  expect(sandbox.pair).toEqual(old);
});

it("is there only on demand", async () => {
  const plain = await startClariSandbox();
  const { status } = await ask(`${plain.url}/`);
  const pressed = await ask(`${plain.url}/sandbox/generate-pair`, { method: "POST" });
  await plain.close();
  expect([status, pressed.status]).toEqual([401, 401]);
});
