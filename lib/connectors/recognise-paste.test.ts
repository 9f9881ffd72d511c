import { describe, expect, it } from "vitest";
import { clariCopilot } from "./clari-copilot";
import type { Connector } from "./connector";
import { fireflies } from "./fireflies";
import { gong } from "./gong";
import { recognisePaste } from "./recognise-paste";
import { connectors } from "./registry";
import { suspectValues } from "./suspect-values";

const both = { apiKey: "k1", apiPassword: "p1" };
const valuesOf = (connector: Connector, text: string) => {
  const recognised = recognisePaste(connector, text);
  return recognised?.kind === "values" ? recognised.values : recognised;
};

it.each([
  ["X-Api-Key: k1\nX-Api-Password: p1", both],
  ["X-Api-Key: k1", { apiKey: "k1" }],
  ["k1\np1", both],
  ['"k1"\n"p1"', both],
  ['{"apiKey":"k1","apiPassword":"p1"}', both],
  ['{"api_key":"k1","api_secret":"p1"}', both],
  [`curl -H "X-Api-Key:k1" -H 'X-Api-Password: p1' "https://rest-api.copilot.clari.com/users"`, both],
  ['export API_KEY="k1"\nexport API_PASSWORD="p1"', both],
  ["CLARI_API_KEY=k1\nCLARI_API_PASSWORD=p1", both],
  ["CLARI_API_KEY=k1", { apiKey: "k1" }],
  ["SECRET_KEY=x\nSTRIPE_API_KEY=y\nCLARI_COPILOT_API_KEY=k1\nCLARI_COPILOT_API_SECRET='p1'", both],
  ["FIRST_ONE=k1\nSECOND_ONE=p1", both],
  ["k1\tp1", both],
  ["API Key\tk1\nAPI Password\tp1", both],
  ["\uFEFFX-Api-Key: k\u200B1\nX-Api-Password: p1", both],
])("understands %j", (text, values) => {
  expect(valuesOf(clariCopilot, text)).toEqual(values);
});

it.each(["abcdef", "a:b", "", "{", "curl https://example.com", "eyJhbGciOiJIUzI1NiJ9.e30.abc", 'a"b'])(
  "takes %j for ordinary text: the shape of a value says nothing",
  (text) => expect(recognisePaste(clariCopilot, text)).toBeUndefined(),
);

it.each(["https://copilot.clari.com/settings", "www.clari.com", "copilot.clari.com/settings/api"])(
  "%s is put in, and doubted: it looks like an address",
  (text) => {
    expect(recognisePaste(clariCopilot, text)).toMatchObject({ kind: "text", text, isDoubtful: true });
    expect(suspectValues(clariCopilot, { apiKey: text, apiPassword: "p1" })).toEqual([
      "API Key looks like an address. Copy the value itself.",
    ]);
  },
);

it("takes no name away that may be a part of the value", () => {
  for (const text of ["AbC_dEf=", "AB_CD==", "abc_def=x", "ABC=x"]) {
    const recognised = recognisePaste(clariCopilot, text);
    expect(recognised && "text" in recognised ? recognised.text : text, text).toBe(text);
  }
});

it("takes nothing of many variables that are other programs'", () =>
  expect(recognisePaste(clariCopilot, "DATABASE_URL=a\nSTRIPE_API_KEY=b\nMAIL_PASSWORD=c")?.kind).toBe("refused"));

it("fills in nothing from several lines that name nothing", () =>
  expect(recognisePaste(clariCopilot, "one two\nthree four")?.kind).toBe("refused"));

it("understands the other connectors' shapes from their data", () => {
  expect(valuesOf(fireflies, "Authorization: Bearer abc")).toEqual({ apiKey: "abc" });
  expect(valuesOf(fireflies, "Bearer abc")).toEqual({ apiKey: "abc" });
  const login = { accessKey: "a", accessKeySecret: "b:c" };
  expect(valuesOf(gong, `Authorization: Basic ${btoa("a:b:c")}`)).toEqual(login);
  expect(valuesOf(gong, `Basic ${btoa("a:b:c")}`)).toEqual(login);
  expect(valuesOf(gong, "curl -u a:b:c https://api.gong.io/v2/users")).toEqual(login);
});

describe("U11: what people copy along with one value goes, and it is said", () => {
  it.each([
    ['"k1"', "k1", "quotes"],
    ["'k1'", "k1", "quotes"],
    ["“k1”", "k1", "quotes"],
    [' "k1",\n', "k1", "quotes"],
    ["Bearer k1", "k1", "Bearer"],
    ['"bearer k1"', "k1", "Bearer"],
    ["  k1\n", "k1", "spaces"],
    ["k\u200B1\u2060", "k1", "invisible"],
    ['MY_OWN_NAME="k1"', "k1", "name in front"],
  ])("%j", (pasted, text, word) => {
    const recognised = recognisePaste(clariCopilot, pasted);
    expect(recognised).toMatchObject({ kind: "text", text });
    expect(recognised?.notice).toContain(word);
    expect(recognised?.notice).not.toContain("k1");
  });
});

describe("a key of Clari Revenue is not taken for one of Clari Copilot", () => {
  it.each([
    "apikey: r1",
    '{"apikey":"r1"}',
    "curl https://api.clari.com/v4/export/forecast/x -H 'apikey: r1'",
    "curl https://api.clari.com/v4/export/forecast/x -H 'X-Api-Key: r1'",
    "curl https://api.clari.com/v4/export/forecast/x",
  ])("%j", (text) => {
    const recognised = recognisePaste(clariCopilot, text);
    expect(recognised?.kind).toBe("refused");
    expect(recognised?.notice).toContain("Clari Revenue");
    expect(recognised?.notice).not.toContain("r1");
  });

  it.each(["apikey: k1\nX-Api-Password: p1", '{"apikey":"k1","apiSecret":"p1"}', "API_KEY=k1\nAPI_SECRET=p1"])(
    "%j has the password beside it, so it is a pair",
    (text) => expect(valuesOf(clariCopilot, text)).toEqual(both),
  );

  it.each(["ApiKey: k1", "api_key=k1", "APIKEY: k1"])(
    "%j is another spelling, which that product does not use",
    (text) => expect(valuesOf(clariCopilot, text)).toEqual({ apiKey: "k1" }),
  );
});

it("is done at once with long runs of blanks and quotes, and with a text that is no value", () => {
  const hostile = [
    `a:x${" ".repeat(15_000)}y`,
    `a${" ".repeat(15_000)}x`,
    `"${'"'.repeat(15_000)}x`,
    "'\n".repeat(9000),
  ];
  for (const text of hostile) recognisePaste(clariCopilot, text);
  expect(recognisePaste(clariCopilot, "x".repeat(20_001))?.kind).toBe("refused");
});

describe("what other connectors' values stand in", () => {
  it.each([
    [
      "zendesk",
      "curl https://acme.zendesk.com/api/v2/users/me.json -u 'me@example.com/token:abc'",
      { subdomain: "acme", email: "me@example.com", apiToken: "abc" },
    ],
    ["close", "curl https://api.close.com/api/v1/me/ -u api_123:", { apiKey: "api_123" }],
    ["lemlist", "curl https://api.lemlist.com/api/team -u :k123", { apiKey: "k123" }],
    ["klaviyo", "Authorization: Klaviyo-API-Key pk_1", { apiKey: "pk_1" }],
    ["callrail", "curl -H 'Authorization: Token token=\"abc\"' https://api.callrail.com/v3/a.json", { apiKey: "abc" }],
    ["smartlead", "curl 'https://server.smartlead.ai/api/v1/client?api_key=k-1&limit=5'", { apiKey: "k-1" }],
    ["chargebee", "https://acme-test.chargebee.com/customers", { site: "acme-test" }],
    ["activecampaign", "https://acme.api-us1.com", { host: "acme.api-us1.com" }],
  ])("%s: %s", (id, text, values) => {
    const connector = connectors.find((one) => one.id === id);
    expect(connector && recognisePaste(connector, text)).toMatchObject({ kind: "values", values });
  });

  it("is taken off a value alone, and no other host is a subdomain", () => {
    const of = (id: string) => connectors.find((one) => one.id === id) as (typeof connectors)[number];
    expect(recognisePaste(of("klaviyo"), "Klaviyo-API-Key pk_1")).toMatchObject({ kind: "text", text: "pk_1" });
    expect(recognisePaste(of("chargebee"), "https://chargebee.com.evil.example/x")).not.toMatchObject({
      kind: "values",
    });
  });

  it("is said to be a key of another kind", () => {
    const stripe = connectors.find((one) => one.id === "stripe") as (typeof connectors)[number];
    const pasted = recognisePaste(stripe, "STRIPE_API_KEY=sk_test_1");
    expect(pasted?.notice).toContain("a key of the test mode");
  });
});
