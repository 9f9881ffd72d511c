import { expect, it } from "vitest";
import type { Connector, CredentialField } from "./connector";
import { fieldsIn, type Placement } from "./placements";
import { connectors } from "./registry";

// What the type can say, and which connectors say it. A row that nobody needs any more is a part of the type that can go.

const placed = ({ authentication }: Connector, test: (placement: Placement) => boolean) =>
  authentication.placements.some(test);
const isBare = (one: Placement) => one.in === "header" && one.parts.length === 1 && fieldsIn(one).length === 1;
const begins = (one: Placement) => (one.in === "header" && typeof one.parts[0] === "string" ? one.parts[0] : "");
const isWhole = (parts: Placement & { in: "basic" }) =>
  [parts.username, parts.password].every((side) => side.length === 1 && typeof side[0] !== "string");
const fields = (test: (field: CredentialField) => boolean) => (connector: Connector) =>
  connector.authentication.fields.some(test);
const hosted = (kind: Connector["hosts"]["api"]["kind"]) => (connector: Connector) => connector.hosts.api.kind === kind;
const typed = (is: "label" | "name") =>
  fields((field) => !field.secret && field.kind === "text" && field.host?.is === is);
const reads = (test: (endpoint: Connector["endpoints"][number]) => boolean) => (connector: Connector) =>
  connector.endpoints.some(test);

const rows: [feature: string, has: (connector: Connector) => boolean][] = [
  ["a header with the value alone", (one) => placed(one, isBare)],
  ["Bearer", (one) => placed(one, (placement) => begins(placement) === "Bearer ")],
  [
    "a header with another text before the value",
    (one) => placed(one, (placement) => /^(?!Bearer ).+ .*$/.test(begins(placement)) && fieldsIn(placement).length > 0),
  ],
  [
    "Basic, both parts from fields",
    (one) => placed(one, (placement) => placement.in === "basic" && isWhole(placement)),
  ],
  [
    "Basic with a fixed or empty part",
    (one) =>
      placed(one, (placement) => placement.in === "basic" && !isWhole(placement) && fieldsIn(placement).length === 1),
  ],
  [
    "Basic with a composed part",
    (one) => placed(one, (placement) => placement.in === "basic" && placement.username.length > 1),
  ],
  [
    "the key in the address",
    (one) =>
      placed(
        one,
        (placement) =>
          placement.in === "query" &&
          one.authentication.fields.some(({ id, secret }) => secret && fieldsIn(placement).includes(id)),
      ),
  ],
  [
    "a plain value in the address",
    (one) =>
      placed(
        one,
        (placement) =>
          placement.in === "query" &&
          one.authentication.fields.some(({ id, secret }) => !secret && fieldsIn(placement).includes(id)),
      ),
  ],
  ["a pair that is traded for a token", ({ authentication }) => authentication.exchange !== undefined],
  ["a host that an answer names", ({ authentication }) => authentication.exchange?.apiAt !== undefined],
  [
    "a constant header",
    (one) => placed(one, (placement) => placement.in === "header" && fieldsIn(placement).length === 0),
  ],
  ["a host by choice", hosted("choice")],
  ["a label before a suffix", typed("label")],
  ["a whole name under suffixes", typed("name")],
  ["a host at the end of the key", hosted("keyEnd")],
  ["a plain field beside the secret", fields((field) => !field.secret && !("host" in field) && field.kind === "text")],
  ["a field that may stay empty", fields(({ optional }) => optional === true)],
  ["an answer that has to hold something", ({ verification }) => verification.holds !== undefined],
  ["a refusal in the body", ({ verification }) => verification.refused?.where !== undefined],
  ["a refusal by another status", ({ verification }) => verification.refused?.statuses !== undefined],
  ["403: the key lives", ({ verification }) => typeof verification.forbidden === "object"],
  ["403: refused", ({ verification }) => verification.forbidden === "refused"],
  ["403: unclear", ({ verification }) => verification.forbidden === "unclear"],
  ["a wrong tenant by its status", ({ verification }) => verification.noTenant !== undefined],
  ["acceptance that leaves something open", ({ verification }) => verification.leavesOpen !== undefined],
  ["probes beside the proof", ({ probes }) => probes !== undefined],
  ["whose key it is", ({ verification }) => verification.identity !== undefined],
  ["kinds of keys", fields((field) => field.secret && field.begins !== undefined)],
  ["an end that the provider sets", ({ authentication }) => authentication.guide.ends !== undefined],
  ["keys of other products", ({ authentication }) => authentication.mistakenFor !== undefined],
  ["limits of an account", ({ limits }) => limits.some((limit) => limit.of === "account")],
  ["limits of a key", ({ limits }) => limits.some((limit) => limit.of === "key")],
  ["limits of an address", ({ limits }) => limits.some((limit) => limit.of === "address")],
  ["a link to the page with the key", ({ authentication }) => authentication.guide.page !== undefined],
  [
    "limits by other spans than a second, a day or a week",
    ({ limits }) => limits.some(({ seconds }) => ![1, 86_400, 604_800].includes(seconds)),
  ],
  ["pages by a token", reads(({ reading }) => reading.paging.kind === "token")],
  ["pages by a link", reads(({ reading }) => reading.paging.kind === "link")],
  ["pages by a number", reads(({ reading }) => reading.paging.kind === "page")],
  ["pages by an offset", reads(({ reading }) => reading.paging.kind === "offset")],
  ["records that are wrapped", reads(({ reading }) => reading.records.some((path) => path.includes("*.")))],
  ["asked with a body", reads(({ body }) => body !== undefined)],
  ["asked for what changed", reads(({ reading }) => reading.changed !== undefined)],
  [
    "times in seconds",
    reads(
      ({ parameters, reading }) => reading.changed?.unit === "seconds" || parameters.some((one) => "sentAs" in one),
    ),
  ],
];

/**
 * What the providers of the catalogue need, by how many there are of each kind: by which rows above it can be said, or why
 * it cannot yet.
 */
const needs: Record<string, { by: readonly string[] } | { open: string }> = {
  "a header with the bare value": { by: ["a header with the value alone"] },
  "Basic, both parts from fields": { by: ["Basic, both parts from fields"] },
  Bearer: { by: ["Bearer"] },
  "a header with a fixed prefix before the value": { by: ["a header with another text before the value"] },
  "Basic with one part fixed or empty": { by: ["Basic with a fixed or empty part"] },
  "Basic with a composed part": { by: ["Basic with a composed part"] },
  "the key in a query parameter": { by: ["the key in the address"] },
  "constant headers beside the values": { by: ["a constant header"] },
  "a host picked by a choice": { by: ["a host by choice"] },
  "a host with one label typed": { by: ["a label before a suffix"] },
  "a whole host name under a list of suffixes": { by: ["a whole name under suffixes"] },
  "a host read out of the key": { by: ["a host at the end of the key"] },
  "a second host for tokens": { by: ["a host that an answer names"] },
  "a second host for reading": {
    open: "Mixpanel exports events from one, as lines of JSON: the reader takes JSON alone",
  },
  "a field that is no secret": { by: ["a plain field beside the secret"] },
  "a field that may stay empty": { by: ["a field that may stay empty"] },
  "a plain value in the query": { by: ["a plain value in the address"] },
  "a plain value in the path": { open: "nobody needs one: tenants are labels of a host here" },
  "a value found by the verification and needed by endpoints": {
    open: "CallRail's account id, and it is not read yet",
  },
  "two ways to sign in": { open: "the other ways of Salesforce and Snowflake are signed with a key pair" },
  "token exchange before the request": { by: ["a pair that is traded for a token"] },
  "a 2xx answer must hold a certain value": { by: ["an answer that has to hold something"] },
  "a refusal told in the body": { by: ["a refusal in the body"] },
  "a refusal told by 400 or 404": { by: ["a refusal by another status"] },
  "403: the key lives": { by: ["403: the key lives"] },
  "403: a wrong key, or nothing clear": { by: ["403: refused", "403: unclear"] },
  "a wrong tenant": { by: ["a wrong tenant by its status", "a label before a suffix"] },
  "one call does not prove enough": { by: ["probes beside the proof", "acceptance that leaves something open"] },
  "whose key it is": { by: ["whose key it is"] },
  "kinds of keys by their beginning": { by: ["kinds of keys"] },
  "the provider ends the key at a date": { by: ["an end that the provider sets"] },
  "an end date in an answer": { open: "no provider was found that tells one" },
  "another key of the same provider": { by: ["keys of other products"] },
  "limits by other spans": { by: ["limits by other spans than a second, a day or a week"] },
  "limits by account, key and address": {
    by: ["limits of an account", "limits of a key", "limits of an address"],
  },
  "limits by cost": { open: "documented costs go by the depth of a page or by the plan, none by endpoint" },
  "a link to the page with the key": { by: ["a link to the page with the key"] },
};

it("what providers need can be said, or is named with why it cannot", () => {
  const said = new Map(rows.map(([feature, has]) => [feature, connectors.filter(has).length]));
  for (const [need, answer] of Object.entries(needs)) {
    if ("open" in answer) expect([need, answer.open.length > 20]).toEqual([need, true]);
    else
      for (const feature of answer.by)
        expect([need, feature, (said.get(feature) ?? 0) > 0]).toEqual([need, feature, true]);
  }
});

it("each part of the type is used, and by these", () => {
  const table = rows.map(
    ([feature, has]) =>
      `${feature}: ${connectors
        .filter(has)
        .map(({ id }) => id)
        .join(", ")}`,
  );
  expect(table.filter((row) => row.endsWith(": "))).toEqual([]);
  expect(table).toMatchInlineSnapshot(`
    [
      "a header with the value alone: clari-copilot, stripe, pipedrive, apollo, fathom, activecampaign, pendo, monday, copper, anthropic, datadog",
      "Bearer: fireflies, hubspot, intercom, stripe, salesloft, attio, avoma, airtable, customer-io, posthog, paddle, slack, notion, openai, snowflake",
      "a header with another text before the value: klaviyo, callrail",
      "Basic, both parts from fields: gong, aircall, mixpanel, amplitude, jira",
      "Basic with a fixed or empty part: close, chargebee, freshdesk, lemlist, mailchimp, chartmogul, bamboohr, ashby",
      "Basic with a composed part: zendesk",
      "the key in the address: smartlead",
      "a plain value in the address: mixpanel",
      "a pair that is traded for a token: salesforce",
      "a host that an answer names: salesforce",
      "a constant header: klaviyo, notion, copper, anthropic, snowflake",
      "a host by choice: intercom, mixpanel, amplitude, customer-io, posthog, pendo, paddle, datadog",
      "a label before a suffix: zendesk, chargebee, freshdesk, bamboohr, jira",
      "a whole name under suffixes: salesforce, activecampaign, snowflake",
      "a host at the end of the key: mailchimp",
      "a plain field beside the secret: zendesk, stripe, mixpanel, jira, copper",
      "a field that may stay empty: stripe",
      "an answer that has to hold something: hubspot, zendesk, stripe, pipedrive, apollo, salesloft, attio, close, salesforce, airtable, lemlist, klaviyo, mailchimp, activecampaign, chartmogul, paddle, ashby, jira, slack, copper, openai, anthropic, snowflake, datadog",
      "a refusal in the body: fireflies, stripe, paddle, slack",
      "a refusal by another status: attio, lemlist, anthropic",
      "403: the key lives: hubspot, zendesk, stripe, salesloft, aircall, close, mixpanel, chargebee, salesforce, klaviyo, posthog, paddle, ashby, notion",
      "403: refused: clari-copilot, gong, fireflies, amplitude, lemlist, pendo, datadog",
      "403: unclear: intercom, pipedrive, apollo, attio, avoma, fathom, freshdesk, airtable, mailchimp, activecampaign, customer-io, chartmogul, bamboohr, jira, slack, monday, copper, callrail, smartlead, openai, anthropic, snowflake",
      "a wrong tenant by its status: zendesk, freshdesk, bamboohr, jira, snowflake",
      "acceptance that leaves something open: apollo, attio, mixpanel, airtable, ashby, slack, notion, snowflake, datadog",
      "probes beside the proof: hubspot, zendesk, intercom, stripe, apollo, salesloft, aircall, attio, close, chargebee, salesforce, airtable, customer-io, ashby, notion, datadog",
      "whose key it is: hubspot, zendesk, intercom, pipedrive, salesloft, aircall, attio, close, salesforce, airtable, lemlist, mailchimp, activecampaign, chartmogul, jira, slack, notion, monday, copper",
      "kinds of keys: stripe, posthog, paddle, slack, openai, anthropic",
      "an end that the provider sets: stripe, paddle, snowflake",
      "keys of other products: clari-copilot",
      "limits of an account: clari-copilot, gong, fireflies, hubspot, zendesk, intercom, stripe, pipedrive, apollo, salesloft, aircall, close, mixpanel, amplitude, chargebee, avoma, freshdesk, airtable, klaviyo, activecampaign, customer-io, callrail",
      "limits of a key: attio, lemlist",
      "limits of an address: paddle",
      "a link to the page with the key: zendesk, stripe, chargebee, freshdesk, airtable, jira",
      "limits by other spans than a second, a day or a week: fireflies, hubspot, zendesk, intercom, pipedrive, apollo, salesloft, aircall, mixpanel, chargebee, avoma, freshdesk, lemlist, klaviyo, paddle, callrail",
      "pages by a token: gong, hubspot, zendesk, intercom, stripe, pipedrive, salesloft, chargebee",
      "pages by a link: aircall, avoma, salesforce",
      "pages by a number: intercom, apollo",
      "pages by an offset: clari-copilot, fireflies, attio, close",
      "records that are wrapped: chargebee",
      "asked with a body: intercom, apollo, attio",
      "asked for what changed: clari-copilot, zendesk, intercom, pipedrive, salesloft",
      "times in seconds: zendesk, intercom, aircall",
    ]
  `);
});

it("thirty of forty, and fourteen of the first fifteen are read", () => {
  expect(connectors.length).toBeGreaterThanOrEqual(30);
  expect(connectors.filter(({ endpoints }) => endpoints.length > 0).length).toBeGreaterThanOrEqual(17);
});
