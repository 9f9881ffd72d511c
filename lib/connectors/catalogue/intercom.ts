import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer } from "../placements";
import { MINUTE } from "../spans";

/** Intercom, support. Source: Intercom-OpenAPI 2.16, 2026-08. */
export const intercom = defineConnector({
  id: "intercom",
  name: "Intercom",
  summary: "Conversations, contacts, companies and admins from Intercom.",
  category: "Support",
  mark: { tone: "indigo", path: monogram("IC") },
  hosts: {
    api: {
      kind: "choice",
      field: "region",
      origins: { us: "https://api.intercom.io", eu: "https://api.eu.intercom.io", au: "https://api.au.intercom.io" },
    },
  },
  authentication: {
    noun: "token",
    fields: [
      {
        id: "region",
        label: "Region",
        secret: false,
        kind: "choice",
        options: [
          { value: "us", label: "United States" },
          { value: "eu", label: "Europe" },
          { value: "au", label: "Australia" },
        ],
        help: "Where your workspace is hosted: look at the address bar of Intercom.",
        aliases: ["region"],
      },
      {
        id: "accessToken",
        label: "Access Token",
        secret: true,
        help: "Sent as the Authorization: Bearer header.",
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
        ],
      },
    ],
    placements: [bearer("accessToken")],
    guide: {
      steps: [
        "Sign in to Intercom.",
        "Open the Developer Hub, then Your apps, and choose or create an app.",
        "Open Configure, then Authentication.",
        "Copy the access token and paste it here.",
      ],
      roles: "Intercom's pages don't say who can see it; people with access to the Developer Hub can.",
      warnings: ["The token doesn't end by itself.", "Each app has one token."],
    },
    refusal: {
      causes: [
        "The app or its token was removed in Intercom.",
        "The workspace isn't in the region you chose.",
        "It's the app's client secret and not its access token.",
      ],
      nextStep: "Copy the access token again from Configure, Authentication, and look at the region.",
    },
  },
  verification: {
    method: "GET",
    path: "/me",
    expect: { kind: "object", at: ["app"] },
    forbidden: "unclear",
    identity: { of: "tenant", id: ["id"], name: ["app", "name"] },
  },
  probes: {
    of: [{ endpoint: "conversations" }, { endpoint: "contacts" }, { endpoint: "companies" }, { endpoint: "admins" }],
  },
  limits: [{ requests: 10000, seconds: MINUTE, of: "account" }],
  endpoints: [
    {
      id: "conversations",
      name: "Conversations",
      summary: "Conversations, with those that changed since a time.",
      method: "POST",
      path: "/conversations/search",
      body: { query: { field: "updated_at", operator: ">", value: 0 } },
      reading: {
        records: ["conversations"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "token",
          at: { body: "pages.next.starting_after" },
          parameter: "pagination.starting_after",
          size: { parameter: "pagination.per_page", default: 150, max: 150, min: 1 },
        },
        changed: { after: "query.value", overlapSeconds: 60, unit: "seconds" },
      },
      fields: { id: "text" },
      parameters: [],
    },
    {
      id: "contacts",
      name: "Contacts",
      summary: "People and leads, with those that changed since a time.",
      method: "POST",
      path: "/contacts/search",
      body: { query: { field: "updated_at", operator: ">", value: 0 } },
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "token",
          at: { body: "pages.next.starting_after" },
          parameter: "pagination.starting_after",
          size: { parameter: "pagination.per_page", default: 150, max: 150, min: 1 },
        },
        changed: { after: "query.value", overlapSeconds: 60, unit: "seconds" },
      },
      fields: { id: "text" },
      parameters: [],
    },
    {
      id: "companies",
      name: "Companies",
      summary: "Companies of the workspace.",
      method: "GET",
      path: "/companies",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: { kind: "page", parameter: "page", first: 1 },
      },
      fields: { id: "text" },
      parameters: [],
    },
    {
      id: "admins",
      name: "Admins",
      summary: "Your teammates.",
      method: "GET",
      path: "/admins",
      reading: { records: ["admins"], key: "id", personalFields: ["!id"], paging: { kind: "none" } },
      fields: { id: "text" },
      parameters: [],
    },
  ],
});
