import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** Close, CRM. Source: its pages on API keys and response codes, 2026-08. */
export const close = defineConnector({
  id: "close",
  name: "Close",
  summary: "Leads, contacts, opportunities and activities from Close.",
  category: "CRM",
  mark: { tone: "indigo", path: monogram("CL") },
  hosts: { api: { kind: "fixed", origin: "https://api.close.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "The user name of the Authorization: Basic header, with no password.",
        aliases: ["api key", "apikey", "api_key", "key", "username", "user", "token"],
      },
    ],
    placements: [{ in: "basic", username: [{ field: "apiKey" }], password: [""] }],
    guide: {
      steps: [
        "Sign in at app.close.com.",
        "Open Settings, then Developer, then API Keys.",
        "Create a key, copy it and paste it here, without a colon behind it.",
      ],
      roles: "Anyone can create a key; it belongs to one person in one organization.",
      warnings: ["Very deep lists end with an error: Close limits how far a list can be paged."],
    },
    refusal: {
      causes: ["The key was deleted in Close.", "A colon was copied along, or the key was encoded already."],
      nextStep: "Copy the key again from Settings, Developer, API Keys.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/v1/me/",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["id"] }, { at: ["organizations"] }],
    forbidden: { mayNotRead: "the profile of its person" },
    identity: { of: "person", id: ["id"], name: ["email"] },
  },
  probes: {
    of: [
      { endpoint: "leads" },
      { endpoint: "contacts" },
      { endpoint: "opportunities" },
      { endpoint: "activities" },
      { endpoint: "users" },
    ],
  },
  limits: [{ requests: 1, seconds: 1, of: "account" }],
  endpoints: [
    {
      id: "leads",
      name: "Leads",
      summary: "Companies and people you sell to.",
      method: "GET",
      path: "/api/v1/lead/",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "offset",
          parameter: "_skip",
          more: "has_more",
          size: { parameter: "_limit", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text" },
      parameters: [],
    },
    {
      id: "contacts",
      name: "Contacts",
      summary: "People of the leads.",
      method: "GET",
      path: "/api/v1/contact/",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "offset",
          parameter: "_skip",
          more: "has_more",
          size: { parameter: "_limit", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text" },
      parameters: [],
    },
    {
      id: "opportunities",
      name: "Opportunities",
      summary: "What you may sell.",
      method: "GET",
      path: "/api/v1/opportunity/",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "offset",
          parameter: "_skip",
          more: "has_more",
          size: { parameter: "_limit", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text" },
      parameters: [],
    },
    {
      id: "activities",
      name: "Activities",
      summary: "Calls, emails, meetings and notes.",
      method: "GET",
      path: "/api/v1/activity/",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "offset",
          parameter: "_skip",
          more: "has_more",
          size: { parameter: "_limit", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text" },
      parameters: [],
    },
    {
      id: "users",
      name: "Users",
      summary: "Your colleagues.",
      method: "GET",
      path: "/api/v1/user/",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "offset",
          parameter: "_skip",
          more: "has_more",
          size: { parameter: "_limit", default: 100, max: 100, min: 1 },
        },
      },
      fields: { id: "text" },
      parameters: [],
    },
  ],
});
