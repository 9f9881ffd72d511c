import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** lemlist, engagement. Sources: lemlist's pages on errors and rate limits, 2026-08. */
export const lemlist = defineConnector({
  id: "lemlist",
  name: "lemlist",
  summary: "Campaigns and leads in lemlist.",
  category: "Engagement",
  mark: { tone: "rose", path: monogram("LE") },
  hosts: { api: { kind: "fixed", origin: "https://api.lemlist.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "The password of the Authorization: Basic header, with no user name.",
        aliases: ["api key", "apikey", "api_key", "key", "password"],
      },
    ],
    placements: [{ in: "basic", username: [""], password: [{ field: "apiKey" }] }],
    guide: {
      steps: [
        "Sign in at app.lemlist.com.",
        "Open Settings, then Integrations.",
        "Choose Generate, copy the key and paste it here.",
      ],
      roles: "Members of the team who may change integrations.",
      warnings: [],
    },
    refusal: {
      causes: ["The key was deleted in lemlist.", "The key is incomplete.", "The team of this key is gone."],
      nextStep: "Generate a new key in Settings, Integrations.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/team",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["_id"] }],
    // "Bad team": the team of this key is gone.
    refused: { statuses: [400] },
    forbidden: "refused",
    identity: { of: "tenant", id: ["_id"], name: ["name"] },
  },
  limits: [{ requests: 20, seconds: 2, of: "key" }],
  endpoints: [],
});
