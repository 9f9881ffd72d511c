import { expect, it } from "vitest";
import { signatureOf } from "@/lib/checks/sign-request";
import { connectorFlaws } from "@/lib/connectors/connector-flaws";
import { readingFlaws } from "@/lib/connectors/reading-flaws";
import { credentialValues } from "@/lib/credentials/credential-schema";
import { connectorOfDefinition } from "./connector-of-definition";
import { ACME, LEAST } from "./definition.fixture";
import type { Definition } from "./definition-dto";
import { definitionText } from "./definition-schema";

const read = (definition: unknown) => definitionText.safeParse(JSON.stringify(definition));
/** The definition with a part at a path of keys set to something else. */
function withPart(path: string, value: unknown): unknown {
  const copy = structuredClone(ACME) as unknown as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const at = keys.reduce<Record<string, unknown>>((part, key) => part[key] as Record<string, unknown>, copy);
  Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}
const proofAt = (path: string) => withPart("proof.path", path);
const headerOf = (name: string) => withPart("placements.2.name", name);
const placed = (...parts: unknown[]) => withPart("placements.0.parts", parts);
const manyFields = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...ACME.fields[0], id: `f${index}`, label: `F${index}` }));
const constants = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ in: "header", name: `X-${index}`, parts: ["a"] }));
const nested = (depth: number): unknown => (depth === 0 ? "x" : [nested(depth - 1)]);

const HOSTILE: [name: string, definition: unknown, sentence: RegExp][] = [
  ["http", withPart("host", "http://api.acme.com"), /only travel over https/],
  ["https written", withPart("host", "https://api.acme.com"), /without https/],
  ["another port", withPart("host", "api.acme.com:8443"), /port 443/],
  ["its own port", withPart("host", "api.acme.com:443"), /port 443/],
  ["user info", withPart("host", "key@api.acme.com"), /user name/],
  ["IPv4", withPart("host", "127.0.0.1"), /IP address/],
  ["IPv4, short", withPart("host", "127.1"), /IP address/],
  ["IPv6", withPart("host", "[::1]"), /IP address/],
  ["IPv6, bare", withPart("host", "::1"), /IP address/],
  ["IPv6, mapped", withPart("host", "::ffff:10.0.0.1"), /IP address/],
  ["decimal", withPart("host", "2130706433"), /IP address/],
  ["hexadecimal", withPart("host", "0x7f000001"), /IP address/],
  ["hexadecimal, dotted", withPart("host", "0x7f.0.0.0x1"), /IP address/],
  ["octal", withPart("host", "0177.0.0.01"), /IP address/],
  ["a path in the host", withPart("host", "api.acme.com/v1"), /without a path/],
  ["a fragment in the host", withPart("host", "api.acme.com#evil"), /without a path/],
  ["a backslash in the host", withPart("host", "api.acme.com\\evil"), /without a path/],
  ["a space in the host", withPart("host", "api.acme.com evil"), /plain letters/],
  ["an invisible character in the host", withPart("host", "api\u200B.acme.com"), /plain letters/],
  ["letters of another script", withPart("host", "аpi.acme.com"), /plain letters/],
  ["full stops that look so", withPart("host", "api。acme.com"), /plain letters/],
  ["punycode", withPart("host", "xn--pi-7kc.acme.com"), /look like another/],
  ["upper case", withPart("host", "API.acme.com"), /small letters/],
  ["a dot at the end", withPart("host", "api.acme.com."), /dot at its end/],
  ["two dots", withPart("host", "api..acme.com"), /isn't the name/],
  ["one label", withPart("host", "localhost"), /whole name/],
  ["percent signs", withPart("host", "api%2eacme.com"), /isn't the name|whole name/],
  ["an underscore", withPart("host", "a_b.acme.com"), /isn't the name/],
  ["no host", withPart("host", ""), /Enter the host/],
  ["another host as path", proofAt("//evil.example/me"), /two slashes/],
  ["an address as path", proofAt("https://evil.example/me"), /this connector's host only/],
  ["an @ in the path", proofAt("/@evil.example"), /an @/],
  ["a path that the host swallows", proofAt("@evil.example/"), /begins with a slash/],
  ["a backslash", proofAt("/\\evil.example"), /backslash/],
  ["a path that goes up", proofAt("/v1/../admin"), /go up/],
  ["one that goes up in code", proofAt("/v1/%2e%2E/admin"), /go up/],
  ["a hidden slash", proofAt("/v1%2fadmin"), /hide a slash/],
  ["a hidden line", proofAt("/v1%0d%0aHost:evil"), /hide a slash, a control/],
  ["hidden twice", proofAt("/v1%252e"), /hide a slash/],
  ["a line break in the path", proofAt("/v1\r\nHost: evil"), /control characters/],
  ["a tab in the path", proofAt("/v1\t"), /control characters/],
  ["a value in the path", proofAt("/v1/{apiKey}/me"), /can't carry a value/],
  ["a fragment", proofAt("/v1#me"), /a #/],
  ["half an escape", proofAt("/v1%"), /a character it can't/],
  ...[
    "Host",
    "Content-Length",
    "transfer-encoding",
    "Connection",
    "Upgrade",
    "Cookie",
    "Set-Cookie",
    "TE",
    "Expect",
  ].map((name): [string, unknown, RegExp] => [`the header ${name}`, headerOf(name), /belongs to the connection/]),
  ...["Proxy-Authorization", "X-Forwarded-For", "x-forwarded-host", "Forwarded", "X-HTTP-Method-Override"].map(
    (name): [string, unknown, RegExp] => [`the header ${name}`, headerOf(name), /belongs to the connection/],
  ),
  ["a header of Latchkey's", headerOf("User-Agent"), /Latchkey sends/],
  ["a line break in a header's name", headerOf("X-A\r\nHost"), /control or special/],
  ["a colon in a header's name", headerOf("X-A:"), /letters, digits/],
  ["a header of a key's name", headerOf("constructor"), /another name/],
  ["one header twice", headerOf("authorization"), /under this name/],
  ["a line break in fixed text", placed("Bearer \r\nHost: evil", { field: "apiKey" }), /line break/],
  ["a NUL in fixed text", placed("a\u0000", { field: "apiKey" }), /plain visible/],
  ["letters that no header has", placed("Schlüssel ", { field: "apiKey" }), /plain visible/],
  ["a template", placed({ template: "{apiKey}" }), /fixed text or a field/],
  ["a query name that adds another", withPart("placements.1.name", "shop&admin=1"), /letters, digits/],
  [
    "a colon in a user name",
    withPart("placements.2", { in: "basic", username: ["a:b"], password: ["c"] }),
    /colon|under this name/,
  ],
  ["another place to travel", withPart("placements.0.in", "path"), /header, a query parameter or a Basic/],
  ["a cookie", withPart("placements.0.in", "cookie"), /header, a query parameter or a Basic/],
  ["a built-in's name", withPart("name", "HubSpot"), /has HubSpot already/],
  ["in capitals", withPart("name", "HUBSPOT"), /has HubSpot already/],
  ["with a space", withPart("name", "Hub Spot"), /has HubSpot already/],
  ["with a sign", withPart("name", "Hub-Spot."), /has HubSpot already/],
  ["in letters that look so", withPart("name", "НubЅроt"), /has HubSpot already/],
  ["full-width", withPart("name", "Ｓtripe"), /has Stripe already/],
  ["as a label", withPart("fields.0.label", "Stripe"), /another connector's name/],
  ["an invisible character in a label", withPart("fields.0.label", "API\u200BKey"), /invisible/],
  ["an invisible character in the name", withPart("name", "Acme\u2060"), /invisible/],
  ["a label that turns around", withPart("fields.0.label", "\u202Eyek"), /reading direction/],
  ["no label", withPart("fields.0.label", ""), /Enter a label/],
  ["one id twice", withPart("fields.1.id", "apiKey"), /this id/],
  ["one label twice", withPart("fields.1.label", "api key"), /this label/],
  ["a field never sent", withPart("placements.1.parts", ["x"]), /Shop is never sent/],
  ["a field sent twice", withPart("placements.1.parts", [{ field: "apiKey" }]), /sent more than once|never sent/],
  ["a field that is not there", placed({ field: "other" }), /never sent|doesn't have/],
  ["nothing secret", withPart("fields.0", { id: "apiKey", label: "A", help: "", secret: false }), /has to be secret/],
  ["a secret that is optional", withPart("fields.0.optional", true), /secret field can't have “optional”/],
  ["an id of an object's", withPart("fields.0.id", "constructor"), /id begins with a letter/],
  ["an id with a dot", withPart("fields.0.id", "a.b"), /id begins with a letter/],
  ["6 fields", withPart("fields", manyFields(6)), /at most 5 fields/],
  ["no field", withPart("fields", []), /Add a field/],
  ["11 placements", withPart("placements", constants(11)), /at most 10 headers/],
  ["a pattern of one's own", withPart("fields.1.format", { pattern: "(a+)+$" }), /can't have “format”/],
  ["an exchange", withPart("exchange", { path: "/token" }), /can't have “exchange”/],
  ["a host by a value", withPart("hosts", { api: { kind: "typed" } }), /can't have “hosts”/],
  ["redirects", withPart("proof.redirects", true), /can't have “redirects”/],
  ["another proof's host", withPart("proof.host", "evil.example"), /can't have “host”/],
  ["a DELETE", withPart("proof.method", "DELETE"), /GET or a POST/],
  ["a body of a GET", withPart("proof.body", "{}"), /no body/],
  ["a body of 5 KB", withPart("proof.body", JSON.stringify("x".repeat(5000))), /at most 4096|4 KB/],
  ["a body of 5 KB in accents", withPart("proof.body", JSON.stringify("é".repeat(2500))), /at most 4 KB/],
  ["a body that is no JSON", withPart("proof.body", "{"), /has to be JSON/],
  [
    "any answer",
    withPart("proof", { method: "GET", path: "/", expect: { kind: "object", at: [] }, forbidden: "refused" }),
    /Any answer/,
  ],
  ["no meaning of 403", withPart("proof.forbidden", "maybe"), /what 403 means/],
  ["500 as a refusal", withPart("proof.refused.statuses", [500]), /from 400 to 499/],
  ["a key of an object's", withPart("proof.expect.at", ["__proto__"]), /another key/],
  [
    "the prototype",
    JSON.parse(`{"__proto__":{"name":"x"},${JSON.stringify(ACME).slice(1)}`),
    /can be called __proto__/,
  ],
  ["a constructor", withPart("constructor", { prototype: {} }), /can be called constructor/],
  [
    "a prototype further down",
    withPart("fields.0", JSON.parse('{"id":"a","__proto__":{}}')),
    /can be called __proto__/,
  ],
  ["deep JSON", withPart("summary", nested(2000)), /nested too deeply/],
  [
    "wide JSON",
    withPart(
      "endpoints",
      Array.from({ length: 9000 }, () => 0),
    ),
    /too many parts/,
  ],
  ["endless JSON", withPart("summary", "x".repeat(70_000)), /at most 64 KB/],
  ["an endpoint elsewhere", withPart("endpoints.0.path", "https://evil.example/orders"), /this connector's host only/],
  ["an endpoint elsewhere by slashes", withPart("endpoints.0.path", "//evil.example"), /two slashes/],
  ["an endpoint with a question", withPart("endpoints.0.path", "/v1/orders?x=1"), /as parameters/],
  ["an endpoint that writes", withPart("endpoints.0.method", "POST"), /can't have “method”/],
  [
    "a next page elsewhere",
    withPart("endpoints.0.reading.paging.at", { body: "https://evil.example/2" }),
    /keys with dots|host only/,
  ],
  ["records at no place", withPart("endpoints.0.reading.records", []), /where the records are/],
  ["records at a key of an object's", withPart("endpoints.0.reading.records", ["a.__proto__"]), /can't be looked up/],
  ["a parameter like the key", withPart("endpoints.0.parameters.0.id", "shop"), /name that a value travels under/],
  ["one endpoint twice", withPart("endpoints", [ACME.endpoints[0], ACME.endpoints[0]]), /this id/],
  ["more a second", withPart("limits.seconds", 0.5), /whole number/],
  ["no pause", withPart("limits.seconds", 0), /one request a second/],
  ["more a day", withPart("limits.day", 10_001), /10,000 requests/],
  ["endless a day", withPart("limits.day", 1e9), /10,000 requests/],
  ["what nobody knows", withPart("script", "process.exit()"), /can't have “script”/],
  ["a list", [], /definition/],
  ["nothing", null, /definition/],
];

it.each(HOSTILE)("hostile, %s: it is refused with a sentence", (_, definition, sentence) => {
  const result = read(definition);
  expect(result.success).toBe(false);
  const said = result.error?.issues.map(({ message }) => message) ?? [];
  expect(said.join("\n")).toMatch(sentence);
  // A sentence, and nothing that the library says by itself.
  for (const message of said) expect(message).toMatch(/^[A-Z“].*\.$/s);
});

it("no two of the hostile ones are the same, and the one they are made of is not hostile", () => {
  const texts = HOSTILE.map(([, definition]) => JSON.stringify(definition));
  expect(new Set(texts).size).toBe(texts.length);
  expect(read(ACME).error).toBeUndefined();
});

it("what is no JSON is no definition", () => {
  expect(definitionText.safeParse("{").error?.issues[0]?.message).toBe("This isn't JSON.");
});

it.each([
  ["the most", ACME],
  ["the least", LEAST],
])("%s that can be said is a connector without flaws, and stays as it is", (_, one) => {
  const result = read(one);
  expect(result.error).toBeUndefined();
  expect(result.data).toEqual(one);
  const connector = connectorOfDefinition("own-1", result.data as Definition);
  expect(connectorFlaws(connector)).toEqual([]);
  for (const endpoint of connector.endpoints) expect(readingFlaws(connector, endpoint)).toEqual([]);
  expect(JSON.parse(JSON.stringify(connector))).toEqual(connector);
});

it("its values travel where the definition says, and hostile ones are refused by its form", () => {
  const connector = connectorOfDefinition("own-1", ACME);
  expect(signatureOf(connector, { apiKey: "mark0er", shop: "mark1er" })).toEqual({
    headers: { authorization: "Bearer mark0er", "x-version": "2026-01" },
    query: "shop=mark1er",
  });
  const schema = credentialValues(connector);
  expect(schema.safeParse({ apiKey: "mark0er", shop: "" }).data).toEqual({ apiKey: "mark0er" });
  for (const hostile of ["a\r\nX-Evil: 1", "é", "a b", "\u0000", "x".repeat(4096), ""])
    expect(schema.safeParse({ apiKey: hostile }).success).toBe(false);
});
