import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { DAY, HOUR } from "../spans";

/** CallRail, calls. Source: its API reference as searched, 2026-08. */
export const callrail = defineConnector({
  id: "callrail",
  name: "CallRail",
  summary: "Calls and trackers in CallRail.",
  category: "Calls",
  mark: { tone: "indigo", path: monogram("CR") },
  hosts: { api: { kind: "fixed", origin: "https://api.callrail.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as the Authorization: Token token= header.",
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
    placements: [{ in: "header", name: "Authorization", parts: ['Token token="', { field: "apiKey" }, '"'] }],
    guide: {
      steps: [
        "Sign in at app.callrail.com.",
        "Open Settings, then Integrations, then API Keys.",
        "Create a key, copy it and paste it here.",
      ],
      roles: "Each person has keys of their own, which read what that person can read.",
      warnings: [],
    },
    refusal: {
      causes: ["The key was deleted in CallRail.", "The key is incomplete."],
      nextStep: "Create a new key in Settings, Integrations, API Keys.",
    },
  },
  verification: {
    method: "GET",
    path: "/v3/a.json",
    expect: { kind: "array", at: ["accounts"] },
    forbidden: "unclear",
  },
  limits: [
    { requests: 1000, seconds: HOUR, of: "account" },
    { requests: 10000, seconds: DAY, of: "account" },
  ],
  endpoints: [],
});
