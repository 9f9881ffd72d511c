import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { constant } from "../placements";
import { MINUTE } from "../spans";

/** Klaviyo, marketing. Source: klaviyo/openapi 2026-07-15. */
export const klaviyo = defineConnector({
  id: "klaviyo",
  name: "Klaviyo",
  summary: "Profiles, campaigns and lists in Klaviyo.",
  category: "Marketing",
  mark: { tone: "teal", path: monogram("KL") },
  hosts: { api: { kind: "fixed", origin: "https://a.klaviyo.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "Private API Key",
        secret: true,
        help: "Sent as the Authorization: Klaviyo-API-Key header.",
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
          "private key",
          "private api key",
          "klaviyo-api-key",
        ],
      },
    ],
    placements: [
      { in: "header", name: "Authorization", parts: ["Klaviyo-API-Key ", { field: "apiKey" }] },
      constant("revision", "2026-07-15"),
    ],
    guide: {
      steps: [
        "Sign in at klaviyo.com.",
        "Open Settings, then API keys.",
        "Create a private key that can read accounts and what else you need.",
        "Copy the key and paste it here.",
      ],
      roles: "Owners and admins of the account.",
      warnings: ["Klaviyo shows the key once.", "A key that begins with pk_ is the private one here."],
    },
    refusal: {
      causes: ["The key was deleted in Klaviyo.", "The key is incomplete.", "It's the public key, the short one."],
      nextStep: "Create a new private key in Settings, API keys.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/accounts",
    expect: { kind: "array", at: ["data"] },
    holds: [{ at: ["links"] }],
    forbidden: { mayNotRead: "the account (scope accounts:read)" },
  },
  limits: [
    { requests: 1, seconds: 1, of: "account" },
    { requests: 15, seconds: MINUTE, of: "account" },
  ],
  endpoints: [],
});
