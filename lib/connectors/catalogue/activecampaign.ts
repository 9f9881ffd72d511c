import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { header } from "../placements";

/** ActiveCampaign, marketing. Source: its page on the URL of an account, 2026-08. */
export const activecampaign = defineConnector({
  id: "activecampaign",
  name: "ActiveCampaign",
  summary: "Contacts and deals in ActiveCampaign.",
  category: "Marketing",
  mark: { tone: "indigo", path: monogram("AG") },
  hosts: { api: { kind: "typed", field: "host" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "host",
        label: "API URL",
        secret: false,
        kind: "text",
        maxLength: 200,
        host: { is: "name", suffixes: [".api-us1.com", ".activehosted.com"] },
        help: "The URL under Settings, Developer.",
        aliases: ["url", "api url", "host"],
      },
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as the Api-Token header.",
        aliases: ["api-token", "api token", "apitoken", "api key", "apikey", "api_key", "key"],
      },
    ],
    placements: [header("Api-Token", "apiKey")],
    guide: {
      steps: [
        "Sign in to ActiveCampaign.",
        "Open Settings, then Developer.",
        "Copy the URL and the key and paste both here.",
      ],
      roles: "Each person has one key.",
      warnings: ["A key has no scopes and doesn't end: it reads what its person can read."],
    },
    refusal: {
      causes: ["The key was reset in ActiveCampaign.", "The URL is another account's."],
      nextStep: "Copy both values again from Settings, Developer.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/3/users/me",
    expect: { kind: "object", at: ["user"] },
    holds: [{ at: ["user", "id"] }],
    forbidden: "unclear",
    identity: { of: "person", id: ["user", "id"], name: ["user", "email"] },
  },
  limits: [{ requests: 5, seconds: 1, of: "account" }],
  endpoints: [],
});
