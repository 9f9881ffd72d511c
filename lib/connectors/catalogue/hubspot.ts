import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer } from "../placements";
import { DAY } from "../spans";

/** HubSpot, CRM. Sources: HubSpot-public-api-spec-collection and the changelogs on limits and service keys, 2026-08. */
export const hubspot = defineConnector({
  id: "hubspot",
  name: "HubSpot",
  summary: "Contacts, companies, deals, calls and owners from HubSpot's CRM.",
  category: "CRM",
  mark: { tone: "rose", path: monogram("HS") },
  hosts: { api: { kind: "fixed", origin: "https://api.hubapi.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "accessToken",
        label: "Service Key",
        secret: true,
        help: "Sent as the Authorization: Bearer header. The access token of a private app works, too.",
        aliases: [
          "authorization",
          "bearer",
          "api key",
          "apikey",
          "api_key",
          "token",
          "access token",
          "access_token",
          "key",
          "service key",
          "private app access token",
        ],
      },
    ],
    placements: [bearer("accessToken")],
    guide: {
      steps: [
        "Sign in at app.hubspot.com.",
        "Open Development, then Keys, then Service keys.",
        "Create a key with the read scopes that your data sources need.",
        "Choose Show, copy the key and paste it here.",
      ],
      roles: "Super admins, and people with developer tools access.",
      warnings: [
        "HubSpot no longer lets you create private apps; those that exist go on working.",
        "The key reads only what its scopes allow.",
      ],
    },
    refusal: {
      causes: [
        "The key was deleted or rotated in HubSpot.",
        "The key is incomplete.",
        "It's one of HubSpot's old API keys (hapikey), which ended in 2022.",
      ],
      nextStep: "Copy the key again from Development, Keys, Service keys.",
    },
  },
  verification: {
    method: "GET",
    path: "/account-info/v3/details",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["portalId"] }],
    forbidden: { mayNotRead: "the details of the account" },
    identity: { of: "tenant", id: ["portalId"] },
  },
  probes: {
    of: [
      { endpoint: "contacts" },
      { endpoint: "companies" },
      { endpoint: "deals" },
      { endpoint: "calls" },
      { endpoint: "owners" },
    ],
  },
  limits: [
    { requests: 190, seconds: 10, of: "account" },
    { requests: 650000, seconds: DAY, of: "account" },
  ],
  endpoints: [
    {
      id: "contacts",
      name: "Contacts",
      summary: "People in the CRM.",
      method: "GET",
      path: "/crm/v3/objects/contacts",
      reading: {
        records: ["results"],
        key: "id",
        personalFields: ["!id", "!createdAt", "!updatedAt", "!archived"],
        paging: {
          kind: "token",
          at: { body: "paging.next.after" },
          parameter: "after",
          size: { parameter: "limit", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text", createdAt: "date-time", updatedAt: "date-time", archived: "boolean" },
      parameters: [],
    },
    {
      id: "companies",
      name: "Companies",
      summary: "Companies in the CRM.",
      method: "GET",
      path: "/crm/v3/objects/companies",
      reading: {
        records: ["results"],
        key: "id",
        personalFields: ["!id", "!createdAt", "!updatedAt", "!archived"],
        paging: {
          kind: "token",
          at: { body: "paging.next.after" },
          parameter: "after",
          size: { parameter: "limit", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text", createdAt: "date-time", updatedAt: "date-time", archived: "boolean" },
      parameters: [],
    },
    {
      id: "deals",
      name: "Deals",
      summary: "Deals in all pipelines.",
      method: "GET",
      path: "/crm/v3/objects/deals",
      reading: {
        records: ["results"],
        key: "id",
        personalFields: ["!id", "!createdAt", "!updatedAt", "!archived"],
        paging: {
          kind: "token",
          at: { body: "paging.next.after" },
          parameter: "after",
          size: { parameter: "limit", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text", createdAt: "date-time", updatedAt: "date-time", archived: "boolean" },
      parameters: [],
    },
    {
      id: "calls",
      name: "Calls",
      summary: "Calls logged in the CRM.",
      method: "GET",
      path: "/crm/v3/objects/calls",
      reading: {
        records: ["results"],
        key: "id",
        personalFields: ["!id", "!createdAt", "!updatedAt", "!archived"],
        paging: {
          kind: "token",
          at: { body: "paging.next.after" },
          parameter: "after",
          size: { parameter: "limit", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text", createdAt: "date-time", updatedAt: "date-time", archived: "boolean" },
      parameters: [],
    },
    {
      id: "owners",
      name: "Owners",
      summary: "Who can own a record.",
      method: "GET",
      path: "/crm/v3/owners",
      reading: {
        records: ["results"],
        key: "id",
        personalFields: ["!id"],
        paging: { kind: "token", at: { body: "paging.next.after" }, parameter: "after" },
      },
      fields: { id: "text" },
      parameters: [],
    },
  ],
});
