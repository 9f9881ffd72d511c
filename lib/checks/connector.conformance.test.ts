import { expect, it } from "vitest";
import { answersOf } from "@/lib/connectors/answers/all.fixture";
import type { Answer, Answers } from "@/lib/connectors/answers/answers.fixture";
import type { Connector, CredentialField, CredentialValues } from "@/lib/connectors/connector";
import { connectorFlaws } from "@/lib/connectors/connector-flaws.fixture";
import { connectors } from "@/lib/connectors/registry";
import { credentialValues } from "@/lib/credentials/credential-schema";
import type { OutboundAnswer, OutboundFailure } from "@/lib/platform/outbound-request";
import { describeJudgement } from "./describe-judgement";
import { type Judgement, judgeAnswer } from "./judge-answer";
import { proofRequest } from "./proof-request";

// What a connector's data says, against what Latchkey makes of it. Nothing here asks a provider: whether the data is true
// is seen by asking (docs/connectors.md).

const answersFor = ({ id }: Connector): Answers => {
  const found = answersOf[id];
  if (!found) throw new Error(`${id} has no answers.`);
  return found;
};

const bytes = (status: number, text: string, more: Partial<OutboundAnswer> = {}): OutboundAnswer => ({
  kind: "answer",
  status,
  headers: new Headers(),
  declaredBytes: undefined,
  packed: false,
  body: Buffer.from(text),
  truncated: false,
  ...more,
});
const judge = (connector: Connector, answer: OutboundAnswer | OutboundFailure) =>
  judgeAnswer(connector.verification, answer);
const judged = (connector: Connector, { status, json }: Answer) =>
  judge(connector, bytes(status, JSON.stringify(json))).outcome;

/** A value that a field takes and that is nowhere else in a request. */
const marker = (field: CredentialField, index: number): string =>
  field.secret || field.kind === "text" ? `mark${index}er` : (field.options[0]?.value ?? "");
const markers = ({ authentication: { fields } }: Connector): CredentialValues =>
  Object.fromEntries(fields.map((field, index) => [field.id, marker(field, index)]));

it.each(connectors)("level 1, $id: its data says all that it has to, and nothing twice", (connector) => {
  expect(connectorFlaws(connector)).toEqual([]);
});

it("level 1: no two connectors share a name, a mark or a host", () => {
  for (const of of [
    connectors.map(({ name }) => name.toLowerCase()),
    connectors.map(({ mark }) => mark.path),
    connectors.map(({ baseUrl }) => baseUrl),
  ])
    expect(new Set(of).size).toBe(of.length);
});

it.each(connectors)("level 2, $id: every value is sent where its data says, and nowhere else", (connector) => {
  const values = markers(connector);
  const { url, headers, body = "" } = proofRequest(connector, values);
  const login = (headers.authorization ?? "").replace(/^Basic (.+)$/, (_, text) => atob(text));
  const sent = Object.values({ ...headers, authorization: login }).join("\n");
  for (const [id, value] of Object.entries(values)) {
    expect(sent.split(value).length - 1, id).toBe(1);
    expect(`${url}${body}`, id).not.toContain(value);
  }
  expect(new URL(url).origin).toBe(connector.baseUrl);
});

it.each(connectors)("level 2, $id: hostile values are refused by the form, and none is said again", (connector) => {
  const schema = credentialValues(connector);
  const good = markers(connector);
  expect(schema.safeParse(good).success).toBe(true);
  for (const field of connector.authentication.fields) {
    for (const hostile of ["a\r\nX-Evil: 1", "a\nb", "é", "a b", "\u0000", "x".repeat(4096), ""]) {
      const result = schema.safeParse({ ...good, [field.id]: hostile });
      expect(result.success, `${field.id} ${JSON.stringify(hostile.slice(0, 20))}`).toBe(false);
      if (hostile.length > 2)
        expect(JSON.stringify(result.error?.issues.map((one) => one.message))).not.toContain(hostile);
    }
  }
});

it.each(connectors)("level 2, $id: nothing that is said of an outcome repeats a value or an address", (connector) => {
  const values = markers(connector);
  const { refused } = answersFor(connector);
  const judgement: Judgement = judge(connector, bytes(refused.status, JSON.stringify([refused.json, values])));
  const said = JSON.stringify(describeJudgement(connector, judgement, { checkId: "c", durationMs: 1, tries: 1 }));
  for (const value of Object.values(values)) expect(said).not.toContain(value);
});

it.each(connectors)("level 3, $id: its provider's answers are read as they are meant", (connector) => {
  const { accepted, refused } = answersFor(connector);
  expect(judged(connector, accepted)).toBe("accepted");
  expect(judged(connector, refused)).toBe("refused");
});

/** Whose accepted answer another connector takes for one of its own, and why that does no harm. */
const ALIKE: Record<string, string> = {
  "clari-copilot at gong": "Both list people as users. Each is asked at its own host only, over TLS.",
  "gong at clari-copilot": "The same.",
};

it.each(connectors)("level 4, $id: no other provider's acceptance is taken for its own", (connector) => {
  for (const other of connectors) {
    if (other === connector) continue;
    const pair = `${other.id} at ${connector.id}`;
    const outcome = judged(connector, answersFor(other).accepted);
    expect([pair, outcome.startsWith("accepted")]).toEqual([pair, ALIKE[pair] !== undefined]);
  }
});

const failure = (reason: OutboundFailure["reason"], code: string): OutboundFailure => ({
  kind: "failure",
  reason,
  code,
});
const retryAfter = (value: string) => ({ headers: new Headers({ "retry-after": value }) });
const faults: [name: string, answer: OutboundAnswer | OutboundFailure, outcome: string][] = [
  ["429", bytes(429, ""), "rate-limited"],
  ["429 with a wait", bytes(429, "{}", retryAfter("7")), "rate-limited"],
  ["429 with nonsense", bytes(429, "{}", retryAfter("soon")), "rate-limited"],
  ["500", bytes(500, "<html>"), "provider-error"],
  ["503 with a wait", bytes(503, "", retryAfter("7")), "provider-error"],
  ["a web page", bytes(200, "<!doctype html><p>Sign in"), "unexpected-answer"],
  ["nothing", bytes(200, ""), "unexpected-answer"],
  ["no content", bytes(204, ""), "unexpected-answer"],
  ["no JSON", bytes(200, "ok"), "unexpected-answer"],
  ["JSON that ends early", bytes(200, '{"data":[{"id":"1"}'), "unexpected-answer"],
  ["null", bytes(200, "null"), "unexpected-answer"],
  ["an empty object", bytes(200, "{}"), "unexpected-answer"],
  ["an empty list", bytes(200, "[]"), "unexpected-answer"],
  ["too much", bytes(200, '{"x":"', { truncated: true }), "unexpected-answer"],
  ["too much, once unpacked", bytes(200, '{"x":"', { truncated: true, packed: true }), "unpacked-too-large"],
  ["a redirect", bytes(302, ""), "redirected"],
  ["a teapot", bytes(418, "{}"), "unexpected-answer"],
  ["time", failure("timed-out", "DEADLINE"), "timed-out"],
  ["a reset", failure("unreachable", "ECONNRESET"), "unreachable"],
  ["a certificate", failure("insecure-connection", "CERT_HAS_EXPIRED"), "insecure-connection"],
  ["a private address", failure("private-address", "PRIVATE"), "private-address"],
  ["a broken packing", failure("broken-answer", "Z_DATA_ERROR"), "unexpected-answer"],
];

it.each(connectors)("level 5, $id: no fault on the way says anything about its values", (connector) => {
  for (const [name, answer, outcome] of faults) {
    const judgement = judge(connector, answer);
    expect([name, judgement.outcome]).toEqual([name, outcome]);
    const { status } = describeJudgement(connector, judgement, { checkId: "c", durationMs: 1, tries: 1 });
    expect([name, status]).toEqual([name, "UNVERIFIED"]);
  }
});
