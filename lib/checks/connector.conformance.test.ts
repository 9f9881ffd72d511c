import { expect, it } from "vitest";
import { ALIKE } from "@/lib/connectors/answers/alike.fixture";
import { answersOf } from "@/lib/connectors/answers/all.fixture";
import type { Answer, Answers } from "@/lib/connectors/answers/answers.fixture";
import type { Connector, CredentialField, CredentialValues } from "@/lib/connectors/connector";
import { connectorFlaws } from "@/lib/connectors/connector-flaws";
import { type Host, knownOrigins, originOf } from "@/lib/connectors/hosts";
import { fieldsIn } from "@/lib/connectors/placements";
import { connectors } from "@/lib/connectors/registry";
import { credentialValues } from "@/lib/credentials/credential-schema";
import type { OutboundAnswer, OutboundFailure } from "@/lib/platform/outbound-request";
import { markersOf } from "./connector-markers.fixture";
import { describeJudgement } from "./describe-judgement";
import { type SentRequest, tokenRequest } from "./exchange-token";
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
const judge = (connector: Connector, answer: OutboundAnswer | OutboundFailure) => judgeAnswer(connector, answer);
const judged = (connector: Connector, { status, json }: Answer) =>
  judge(connector, bytes(status, JSON.stringify(json))).outcome;

/** The one that carries the values. */
const firstRequest = (connector: Connector, values: CredentialValues): SentRequest => {
  const { exchange } = connector.authentication;
  return exchange ? tokenRequest(connector, exchange, values) : proofRequest(connector, values);
};

/** Where a connector's requests can go: origins, and zones in which they have a name of their own. */
function hostsOf(host: Host, fields: readonly CredentialField[]): string[] {
  if (host.kind === "keyEnd") return [host.suffix];
  const field = host.kind === "typed" ? fields.find(({ id }) => id === host.field) : undefined;
  const typed = field && "host" in field ? field.host : undefined;
  return typed ? (typed.is === "label" ? [typed.suffix] : [...typed.suffixes]) : knownOrigins(host);
}

const HOSTILE_HOSTS = [
  "evil.example",
  "acme@evil.example",
  "acme.evil.example",
  "https://evil.example/",
  "https://evil.example#",
  "evil.example/x",
  "evil.example?x",
  "evil.example#.zendesk.com",
  "acme:444",
  "127.0.0.1",
  "[::1]",
  "localhost",
  "acme\\.evil",
  "acme%2eevil",
  "аcme",
  "-acme",
  "acme-",
  "acme..",
  ".acme",
  "",
  " ",
  "a".repeat(64),
  "__proto__",
  "constructor",
];

it.each(connectors)("level 1, $id: its data says all that it has to, and nothing twice", (connector) => {
  expect(connectorFlaws(connector)).toEqual([]);
});

it("level 1: no two connectors share a name, a mark or a host", () => {
  for (const of of [
    connectors.map(({ name }) => name.toLowerCase()),
    connectors.map(({ mark }) => mark.path),
    connectors.flatMap(({ hosts, authentication }) => hostsOf(hosts.api, authentication.fields)),
  ])
    expect(new Set(of).size).toBe(of.length);
});

it.each(connectors)("level 2, $id: every value is sent where its data says, and nowhere else", (connector) => {
  const values = markersOf(connector);
  const { url, origin, headers, body = "" } = firstRequest(connector, values);
  const { api } = connector.hosts;
  const { placements, exchange } = connector.authentication;
  expect(new URL(url).origin).toBe(origin);
  expect(origin).toMatch(/^https:/);
  const inQuery = placements.flatMap((one) => (one.in === "query" ? fieldsIn(one) : []));
  const login = (headers.authorization ?? "").replace(/^Basic (.+)$/, (_, text) => atob(text));
  const inHeaders = Object.values({ ...headers, authorization: login }).join("\n");
  const { hostname, pathname, search } = new URL(url);
  for (const [id, value] of Object.entries(values)) {
    const times = (text: string) => text.split(value).length - 1;
    const isHost = api.kind === "typed" && api.field === id;
    const inBody = exchange?.client === "body" && [exchange.clientId, exchange.clientSecret].includes(id);
    const isPlaced = placements.some((one) => fieldsIn(one).includes(id));
    const isChoice = api.kind === "choice" && api.field === id;
    if (isChoice && !isPlaced) continue;
    expect([id, times(hostname)]).toEqual([id, isHost ? 1 : 0]);
    expect([id, times(search)]).toEqual([id, inQuery.includes(id) ? 1 : 0]);
    expect([id, times(inHeaders)]).toEqual([id, isPlaced && !inQuery.includes(id) ? 1 : 0]);
    expect([id, times(pathname + body)]).toEqual([id, inBody ? 1 : 0]);
  }
  for (const constant of placements.filter((one) => fieldsIn(one).length === 0))
    if (constant.in === "header") expect(headers[constant.name.toLowerCase()]).toBe(constant.parts.join(""));
});

it.each(connectors)("I1, level 2, $id: no typed host leads anywhere but to the provider", (connector) => {
  const { hosts, authentication } = connector;
  const { api } = hosts;
  if (api.kind === "fixed") return;
  const zones = hostsOf(api, authentication.fields);
  const schema = credentialValues(connector);
  for (const hostile of HOSTILE_HOSTS) {
    const text = api.kind === "keyEnd" ? `key${api.after}${hostile}` : hostile;
    const parsed = schema.safeParse({ ...markersOf(connector), [api.field]: text });
    const origin = parsed.success ? originOf(api, authentication.fields, parsed.data) : undefined;
    const isOwn = (url: string) => zones.some((zone) => (zone.startsWith(".") ? url.endsWith(zone) : url === zone));
    expect([hostile, origin === undefined || isOwn(origin)]).toEqual([hostile, true]);
    // What the form lets through without looking never builds another host either.
    const built = originOf(api, authentication.fields, { [api.field]: text });
    expect([hostile, built === undefined || (isOwn(built) && new URL(built).origin === built)]).toEqual([
      hostile,
      true,
    ]);
  }
});

it.each(connectors)("level 2, $id: hostile values are refused by the form, and none is said again", (connector) => {
  const schema = credentialValues(connector);
  const good = markersOf(connector);
  expect(schema.safeParse(good).success).toBe(true);
  for (const field of connector.authentication.fields) {
    for (const hostile of ["a\r\nX-Evil: 1", "a\nb", "é", "a b", "\u0000", "x".repeat(4096), ""]) {
      if (hostile === "" && field.optional) continue;
      const result = schema.safeParse({ ...good, [field.id]: hostile });
      expect(result.success, `${field.id} ${JSON.stringify(hostile.slice(0, 20))}`).toBe(false);
      if (hostile.length > 2)
        expect(JSON.stringify(result.error?.issues.map((one) => one.message))).not.toContain(hostile);
    }
  }
});

it.each(connectors)("level 2, $id: nothing that is said of an outcome repeats a value or an address", (connector) => {
  const values = markersOf(connector);
  const { refused } = answersFor(connector);
  const judgement: Judgement = judge(connector, bytes(refused.status, JSON.stringify([refused.json, values])));
  const said = JSON.stringify(describeJudgement(connector, judgement, { checkId: "c", durationMs: 1, tries: 1 }));
  const { fields } = connector.authentication;
  for (const field of fields) if (field.secret || field.kind === "text") expect(said).not.toContain(values[field.id]);
});

it.each(connectors)("level 3, $id: its provider's answers are read as they are meant", (connector) => {
  const { accepted, refused, alsoRefused = [], ...others } = answersFor(connector);
  const { forbidden, noTenant, incomplete, notHeld, empty } = others;
  expect(judged(connector, accepted)).toBe("accepted");
  for (const answer of [refused, ...alsoRefused]) expect(judged(connector, answer)).toBe("refused");
  const { verification } = connector;
  const means = typeof verification.forbidden === "object" ? "may-not-read" : FORBIDDEN[verification.forbidden];
  expect(judged(connector, forbidden ?? { status: 403, json: {} })).toBe(means);
  if (noTenant) expect(judged(connector, noTenant)).toBe("tenant-not-found");
  if (incomplete) expect(judged(connector, incomplete)).toBe("incomplete");
  if (empty) expect(judged(connector, empty)).toBe(verification.emptyMeans ? "accepted-with-warning" : "accepted");
  if (verification.holds) expect(notHeld && judged(connector, notHeld)).toBe("refused");
  if (verification.identity)
    expect(judge(connector, bytes(accepted.status, JSON.stringify(accepted.json))).identity).toBeDefined();
});

const FORBIDDEN = { refused: "refused", unclear: "forbidden" } as const;

it.each(connectors)("level 4, $id: no other provider's acceptance is taken for its own", (connector) => {
  const taken = connectors.filter(
    (other) => other !== connector && judged(connector, answersFor(other).accepted).startsWith("accepted"),
  );
  expect(taken.map(({ id }) => id)).toEqual(ALIKE[connector.id] ?? []);
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
  const { expect: expected } = connector.verification;
  for (const [name, answer, outcome] of faults) {
    // Of a provider that lists without anything around it, that is an account with nothing in it.
    if (name === "an empty list" && expected.kind === "array" && expected.at.length === 0) continue;
    const judgement = judge(connector, answer);
    expect([name, judgement.outcome]).toEqual([name, outcome]);
    const { status } = describeJudgement(connector, judgement, { checkId: "c", durationMs: 1, tries: 1 });
    expect([name, status]).toEqual([name, "UNVERIFIED"]);
  }
});
