import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { constant, header } from "../placements";

/** Copper, CRM. Sources: NangoHQ/nango and trufflehog, 2026-08. */
export const copper = defineConnector({
  id: "copper",
  name: "Copper",
  summary: "Leads and opportunities in Copper.",
  category: "CRM",
  mark: { tone: "amber", path: monogram("CO") },
  hosts: { api: { kind: "fixed", origin: "https://api.copper.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "email",
        label: "Email Address",
        secret: false,
        kind: "text",
        maxLength: 254,
        format: { pattern: "[^\\s@]+@[^\\s@]+", words: "has to be an email address.", example: "one@example.com" },
        help: "Of the person whose key it is. Sent as the X-PW-UserEmail header.",
        aliases: ["x-pw-useremail", "email", "user"],
      },
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as the X-PW-AccessToken header.",
        aliases: ["x-pw-accesstoken", "api key", "apikey", "api_key", "key", "token"],
      },
    ],
    placements: [
      header("X-PW-AccessToken", "apiKey"),
      header("X-PW-UserEmail", "email"),
      constant("X-PW-Application", "developer_api"),
    ],
    guide: {
      steps: [
        "Sign in at app.copper.com.",
        "Open System settings, then Integrations, then API Keys.",
        "Generate a key, copy it and paste it here.",
      ],
      roles: "Admins of the account.",
      warnings: [],
    },
    refusal: {
      causes: [
        "The key was deleted in Copper.",
        "The key is incomplete.",
        "The email address isn't the one the key belongs to.",
      ],
      nextStep: "Generate a new key in System settings, Integrations, API Keys.",
    },
  },
  verification: {
    method: "GET",
    path: "/developer_api/v1/account",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["id"] }, { at: ["name"] }],
    forbidden: "unclear",
    identity: { of: "tenant", id: ["id"], name: ["name"] },
  },
  limits: [],
  endpoints: [],
});
