import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { MINUTE } from "../spans";

/** Aircall, calls. Source: Aircall's tutorials on basic authentication and the first call, 2026-08. */
export const aircall = defineConnector({
  id: "aircall",
  name: "Aircall",
  summary: "Calls, contacts, users, teams, numbers and tags from Aircall.",
  category: "Calls",
  mark: { tone: "teal", path: monogram("AC") },
  hosts: { api: { kind: "fixed", origin: "https://api.aircall.io" } },
  authentication: {
    noun: "pair",
    identifiedBy: "apiId",
    fields: [
      {
        id: "apiId",
        label: "API ID",
        secret: true,
        help: "The user name of the Authorization: Basic header.",
        aliases: ["api id", "apiid", "api_id", "username", "user", "id"],
      },
      {
        id: "apiToken",
        label: "API Token",
        secret: true,
        help: "The password of the Authorization: Basic header.",
        aliases: ["api token", "apitoken", "api_token", "token", "password", "secret"],
      },
    ],
    placements: [{ in: "basic", username: [{ field: "apiId" }], password: [{ field: "apiToken" }] }],
    guide: {
      steps: [
        "Sign in to the Aircall Dashboard.",
        "Open Integrations & API, then API Keys.",
        "Create a key. Copy its ID and its token and paste them here.",
      ],
      roles: "Admins of the company.",
      warnings: ["Aircall shows the token once."],
    },
    refusal: {
      causes: ["The key was deleted in Aircall.", "The two values are swapped, or one is incomplete."],
      nextStep: "Create a new key in Integrations & API, API Keys, and paste both values.",
    },
  },
  verification: {
    method: "GET",
    path: "/v1/company",
    expect: { kind: "object", at: ["company"] },
    forbidden: { mayNotRead: "the company" },
    identity: { of: "tenant", id: ["company", "id"], name: ["company", "name"] },
  },
  probes: { of: [{ endpoint: "calls" }, { endpoint: "contacts" }, { endpoint: "users" }] },
  limits: [{ requests: 60, seconds: MINUTE, of: "account" }],
  endpoints: [
    {
      id: "calls",
      name: "Calls",
      summary: "Calls by when they started. Aircall gives at most 10,000 in one go: narrow a longer span by time.",
      method: "GET",
      path: "/v1/calls",
      reading: {
        records: ["calls"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "link",
          at: { body: "meta.next_page_link" },
          size: { parameter: "per_page", default: 50, max: 50, min: 1 },
        },
      },
      fields: { id: "integer" },
      parameters: [
        {
          id: "from",
          label: "Started after",
          help: "Only calls that started at or after this time.",
          kind: "datetime",
          sentAs: "seconds",
        },
        {
          id: "to",
          label: "Started before",
          help: "Only calls that started before this time.",
          kind: "datetime",
          above: "from",
          sentAs: "seconds",
        },
      ],
    },
    {
      id: "contacts",
      name: "Contacts",
      summary: "Shared contacts. Aircall gives at most 10,000 in one go.",
      method: "GET",
      path: "/v1/contacts",
      reading: {
        records: ["contacts"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "link",
          at: { body: "meta.next_page_link" },
          size: { parameter: "per_page", default: 50, max: 50, min: 1 },
        },
      },
      fields: { id: "integer" },
      parameters: [
        {
          id: "from",
          label: "Created after",
          help: "Only contacts that were created after this time.",
          kind: "datetime",
          sentAs: "seconds",
        },
        {
          id: "to",
          label: "Created before",
          help: "Only contacts that were created before this time.",
          kind: "datetime",
          above: "from",
          sentAs: "seconds",
        },
      ],
    },
    {
      id: "users",
      name: "Users",
      summary: "Your colleagues.",
      method: "GET",
      path: "/v1/users",
      reading: {
        records: ["users"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "link",
          at: { body: "meta.next_page_link" },
          size: { parameter: "per_page", default: 50, max: 50, min: 1 },
        },
      },
      fields: { id: "integer" },
      parameters: [],
    },
    {
      id: "teams",
      name: "Teams",
      summary: "Teams of users.",
      method: "GET",
      path: "/v1/teams",
      reading: {
        records: ["teams"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "link",
          at: { body: "meta.next_page_link" },
          size: { parameter: "per_page", default: 50, max: 50, min: 1 },
        },
      },
      fields: { id: "integer" },
      parameters: [],
    },
    {
      id: "numbers",
      name: "Numbers",
      summary: "Numbers of the company.",
      method: "GET",
      path: "/v1/numbers",
      reading: {
        records: ["numbers"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "link",
          at: { body: "meta.next_page_link" },
          size: { parameter: "per_page", default: 50, max: 50, min: 1 },
        },
      },
      fields: { id: "integer" },
      parameters: [],
    },
    {
      id: "tags",
      name: "Tags",
      summary: "Tags for calls.",
      method: "GET",
      path: "/v1/tags",
      reading: {
        records: ["tags"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "link",
          at: { body: "meta.next_page_link" },
          size: { parameter: "per_page", default: 50, max: 50, min: 1 },
        },
      },
      fields: { id: "integer" },
      parameters: [],
    },
  ],
});
