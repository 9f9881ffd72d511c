import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type PostgresFault, type PostgresSandbox, startPostgresSandbox } from "@/e2e/sandbox/start-postgres-sandbox";
import { makeTestCertificates, type TestCertificates } from "@/e2e/sandbox/test-certificates";
import { postgresql } from "@/lib/connectors/catalogue/postgresql";
import { forgetAll } from "@/lib/platform/process-state.mjs";
import { describeJudgement } from "../describe-judgement";
import type { Judgement } from "../judge-answer";
import { askPostgres } from "./ask-postgres";

// A server of this process that speaks PostgreSQL's protocol, and one that does everything else in its place.

let certificates: TestCertificates;
let sandbox: PostgresSandbox;
const folder = mkdtempSync(path.join(tmpdir(), "latchkey-authority-"));
const authority = path.join(folder, "authority.pem");
beforeAll(async () => {
  certificates = await makeTestCertificates();
  writeFileSync(authority, certificates.authority);
  sandbox = await startPostgresSandbox(certificates.good);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});
beforeEach(() => {
  forgetAll();
  vi.stubEnv("DATABASE_CA_FILE", authority);
  Object.assign(sandbox, {
    fault: undefined,
    certificate: certificates.good,
    rights: [true, true],
    before: "",
    behind: "",
  });
});

type Wish = { host?: string; allowPrivate?: boolean; signal?: AbortSignal; ms?: number } & Partial<
  PostgresSandbox["login"]
>;
async function ask({ host = "127.0.0.1", allowPrivate = true, signal, ms = 20_000, ...login }: Wish = {}) {
  const target = { host, port: sandbox.port, allowPrivate };
  return askPostgres(target, { ...sandbox.login, ...login }, { endsAt: performance.now() + ms, signal });
}

const say = (judgement: Judgement) =>
  describeJudgement(postgresql, judgement, { checkId: "c", durationMs: 1, tries: 1 }, sandbox.login);

it("I12: signs in without sending the password, says who it is, and leaves", async () => {
  const judgement = await ask();
  expect(judgement).toEqual({ outcome: "accepted", identity: { of: "tenant", text: "reader@shop, PostgreSQL 16" } });
  expect(say(judgement).message).toBe("PostgreSQL accepted this login. It signs in as “reader@shop, PostgreSQL 16”.");
  expect(sandbox.behind).not.toContain(sandbox.login.password);
  await vi.waitFor(() => expect(sandbox.behind.endsWith("X\0\0\0\u0004")).toBe(true));
  await vi.waitFor(() => expect(sandbox.open()).toBe(0));
});

it.each([
  ["plain", {}, "accepted"],
  ["md5", {}, "accepted"],
  [undefined, { password: "wrong" }, "refused"],
  ["plain", { password: "wrong" }, "refused"],
  ["md5", { password: "wrong" }, "refused"],
  [undefined, { user: "nobody" }, "refused"],
  [undefined, { database: "other" }, "tenant-not-found"],
] as const)("what is asked for in the way %s with %o is %s", async (fault, login, outcome) => {
  sandbox.fault = fault;
  expect((await ask(login)).outcome).toBe(outcome);
});

it.each([
  [[true, false], "may-not-read", "may not read any table"],
  [[false, false], "may-not-read", "no tables yet"],
] as const)("what may be read (%j) is a warning and no refusal", async (rights, outcome, words) => {
  sandbox.rights = [...rights];
  const judgement = await ask();
  const { status, message } = say(judgement);
  expect([judgement.outcome, status]).toEqual([outcome, "VERIFIED"]);
  expect(message).toContain(words);
});

const faults: [fault: PostgresFault, outcome: string, code: string | undefined][] = [
  ["code 28P01", "refused", "28P01"],
  ["code 28000", "refused", "28000"],
  ["code 42501", "refused", "42501"],
  ["code 3D000", "tenant-not-found", "3D000"],
  ["code 53300", "rate-limited", "53300"],
  ["code 57P03", "provider-error", "57P03"],
  ["code XX000", "forbidden", "XX000"],
  ["code no", "unexpected-answer", "NOT_SPOKEN"],
  ["no-tls", "insecure-connection", "NO_TLS"],
  ["extra-bytes", "unexpected-answer", "NO_POSTGRES"],
  ["http", "unexpected-answer", "NO_POSTGRES"],
  ["cut", "unexpected-answer", undefined],
  ["notices", "unexpected-answer", "TOO_LARGE"],
  ["huge", "unexpected-answer", "TOO_LARGE"],
  ["short-length", "unexpected-answer", "NOT_SPOKEN"],
  ["no-end", "unexpected-answer", "NOT_SPOKEN"],
  ["trust", "unexpected-answer", "NOT_ASKED"],
  ["kerberos", "forbidden", "OTHER_SIGN_IN"],
  ["rounds", "unexpected-answer", "NOT_SPOKEN"],
  ["wrong-proof", "unexpected-answer", "NOT_SPOKEN"],
  ["other-row", "unexpected-answer", "NOT_SPOKEN"],
  ["no-rights-query", "accepted-with-warning", undefined],
];

it.each(faults)("I12: a server that does %s is %s, said without a value and without its words", async (...row) => {
  const [fault, outcome, code] = row;
  sandbox.fault = fault;
  const judgement = await ask();
  expect(judgement.outcome).toBe(outcome);
  if (code) expect(judgement.code).toBe(code);
  const said = JSON.stringify(say(judgement));
  for (const text of [...Object.values(sandbox.login), "127.0.0.1", "canary"]) expect(said).not.toContain(text);
  const { status } = say(judgement);
  const meant = { refused: "FAILED", "tenant-not-found": "FAILED", "accepted-with-warning": "VERIFIED" }[outcome];
  expect(status).toBe(meant ?? "UNVERIFIED");
  // Whatever came of it, nothing is left open; and no password was sent but to who proved its name.
  await vi.waitFor(() => expect(sandbox.open()).toBe(0));
  expect(sandbox.before).toBe("\0\0\0\b\u0004\u00d2\u0016/");
});

it.each([
  ["selfSigned", "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ["expired", "CERT_HAS_EXPIRED"],
  ["wrongName", "ERR_TLS_CERT_ALTNAME_INVALID"],
] as const)("I3, I12: nothing is sent to a server whose certificate is %s", async (which, code) => {
  sandbox.certificate = certificates[which];
  const judgement = await ask();
  expect(judgement).toEqual({ outcome: "insecure-connection", code });
  expect(say(judgement).message).toContain("so we didn't send the password");
  expect(sandbox.behind).toBe("");
});

it("I12: without the operator's authority its certificate proves nothing", async () => {
  vi.stubEnv("DATABASE_CA_FILE", "");
  expect((await ask()).outcome).toBe("insecure-connection");
  expect(sandbox.behind).toBe("");
});

it.each(["127.0.0.1", "localhost", "2130706433", "127.1", "0x7f000001", "169.254.169.254"])(
  "I1, I12: %s is not connected to where only public addresses are",
  async (host) => {
    expect((await ask({ host, allowPrivate: false })).outcome).toBe("private-address");
    expect(sandbox.before).toBe("");
  },
);

it("tells a name that nobody has from a port where nobody listens", async () => {
  expect((await ask({ host: "nobody.invalid" })).outcome).toBe("name-not-found");
  const { port } = sandbox;
  sandbox.port = 1;
  const { outcome } = await ask();
  sandbox.port = port;
  expect(outcome).toBe("unreachable");
});

it("P2: what never answers ends with the deadline, and what is stopped ends at once", async () => {
  sandbox.fault = "silent";
  expect(await ask({ ms: 300 })).toEqual({ outcome: "timed-out", code: "DEADLINE" });
  const stop = new AbortController();
  const asked = ask({ signal: stop.signal });
  await vi.waitFor(() => expect(sandbox.behind).toContain("reader"));
  stop.abort();
  expect(await asked).toEqual({ outcome: "cancelled", code: "CANCELLED" });
  await vi.waitFor(() => expect(sandbox.open()).toBe(0));
});

it("I12: names that a server gives are short, on one line, and nothing but text", async () => {
  sandbox.fault = "long-names";
  const { identity } = await ask();
  expect(identity?.text).toBe(`${"é".repeat(79)}…@shop, PostgreSQL 16`);
});
