import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { constant, header } from "../placements";

/** Anthropic, usage and costs. Source: trufflehog, 2026-08. */
export const anthropic = defineConnector({
  id: "anthropic",
  name: "Anthropic",
  summary: "Usage and costs of Anthropic.",
  category: "AI",
  mark: { tone: "amber", path: monogram("AN") },
  hosts: { api: { kind: "fixed", origin: "https://api.anthropic.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "Admin Key",
        secret: true,
        help: "Sent as the X-Api-Key header.",
        aliases: ["x-api-key", "api key", "apikey", "api_key", "admin key", "key"],
        begins: [
          {
            with: "sk-ant-api03-",
            notice: "It's a key for models, which reads no usage and no costs. Use an admin key (sk-ant-admin01-).",
          },
        ],
      },
    ],
    placements: [header("X-Api-Key", "apiKey"), constant("Anthropic-Version", "2023-06-01")],
    guide: {
      steps: [
        "Sign in to the Anthropic console.",
        "Open Settings, then Admin keys.",
        "Create a key, copy it and paste it here.",
      ],
      roles: "Admins of the organization.",
      warnings: [],
    },
    refusal: {
      causes: ["The key was deleted or disabled.", "It's a key for models and not an admin key."],
      nextStep: "Create a new admin key.",
    },
  },
  verification: {
    method: "GET",
    path: "/v1/organizations/users",
    expect: { kind: "array", at: ["data"] },
    holds: [{ at: ["has_more"] }],
    refused: { statuses: [404] },
    forbidden: "unclear",
  },
  limits: [],
  endpoints: [],
});
