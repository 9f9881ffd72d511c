import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { header } from "../placements";
import { DAY, MINUTE } from "../spans";

/** Apollo.io, prospecting and engagement. Source: Apollo's OpenAPI and its pages on status codes and rate limits, 2026-08. */
export const apollo = defineConnector({
  id: "apollo",
  name: "Apollo.io",
  summary: "Contacts, accounts and deals that your team keeps in Apollo.io.",
  category: "Engagement",
  mark: { tone: "amber", path: monogram("AP") },
  hosts: { api: { kind: "fixed", origin: "https://api.apollo.io" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as the X-Api-Key header.",
        aliases: ["x-api-key", "api key", "apikey", "api_key", "key"],
      },
    ],
    placements: [header("X-Api-Key", "apiKey")],
    guide: {
      steps: [
        "Sign in at app.apollo.io.",
        "Open Settings, then Integrations, then API, then API keys.",
        "Create a key and tick the endpoints that your data sources read.",
        "Reveal the key, copy it and paste it here.",
      ],
      roles: "Admins of the team.",
      warnings: [
        "A key opens only the endpoints that are ticked for it; the list of users needs a master key.",
        "Every key acts as the admin who has been active the longest.",
        "Searching people costs credits; these endpoints read only what your team has saved.",
      ],
    },
    refusal: {
      causes: ["The key was deleted in Apollo.io.", "The key is incomplete."],
      nextStep: "Copy the key again from Settings, Integrations, API.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/v1/auth/health",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["is_logged_in"], is: true }],
    forbidden: "unclear",
    leavesOpen: "We haven't asked which endpoints it opens: preview a data source to see.",
  },
  probes: {
    mayNot: [{ at: ["error_code"], in: ["API_INACCESSIBLE"] }],
    of: [{ endpoint: "contacts" }, { endpoint: "accounts" }, { endpoint: "deals" }],
  },
  limits: [
    { requests: 200, seconds: MINUTE, of: "account" },
    { requests: 2000, seconds: DAY, of: "account" },
  ],
  endpoints: [
    {
      id: "contacts",
      name: "Contacts",
      summary: "People your team has saved.",
      method: "POST",
      path: "/api/v1/contacts/search",
      body: { page: 1 },
      reading: {
        records: ["contacts"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "page",
          parameter: "page",
          first: 1,
          last: 500,
          size: { parameter: "per_page", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text" },
      parameters: [],
    },
    {
      id: "accounts",
      name: "Accounts",
      summary: "Companies your team has saved.",
      method: "POST",
      path: "/api/v1/accounts/search",
      body: { page: 1 },
      reading: {
        records: ["accounts"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "page",
          parameter: "page",
          first: 1,
          last: 500,
          size: { parameter: "per_page", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text" },
      parameters: [],
    },
    {
      id: "deals",
      name: "Deals",
      summary: "Opportunities of the team.",
      method: "GET",
      path: "/api/v1/opportunities/search",
      reading: {
        records: ["opportunities"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "page",
          parameter: "page",
          first: 1,
          last: 500,
          size: { parameter: "per_page", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text" },
      parameters: [],
    },
  ],
});
