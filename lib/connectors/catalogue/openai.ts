import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer } from "../placements";

/** OpenAI, usage and costs. Source: OpenAI's OpenAPI (AdminApiKeyAuth), 2026-08. */
export const openai = defineConnector({
  id: "openai",
  name: "OpenAI",
  summary: "Usage and costs of OpenAI.",
  category: "AI",
  mark: { tone: "teal", path: monogram("OA") },
  hosts: { api: { kind: "fixed", origin: "https://api.openai.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "Admin Key",
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
          "admin key",
        ],
        begins: [
          {
            with: "sk-proj-",
            notice: "It's a project key, which reads no usage and no costs. Use an admin key (sk-admin-).",
          },
          {
            with: "sk-svcacct-",
            notice:
              "It's the key of a service account, which reads no usage and no costs. Use an admin key (sk-admin-).",
          },
        ],
      },
    ],
    placements: [bearer("apiKey")],
    guide: {
      steps: [
        "Sign in at platform.openai.com.",
        "Open Settings, then Organization, then Admin keys.",
        "Create a key, copy it and paste it here.",
      ],
      roles: "Owners of the organization.",
      warnings: [
        "OpenAI shows the key once.",
        "An admin key can change the organization: keep it apart from keys of projects.",
      ],
    },
    refusal: {
      causes: ["The key was deleted in OpenAI.", "The key is incomplete.", "It's a project key and not an admin key."],
      nextStep: "Create a new admin key.",
    },
  },
  verification: {
    method: "GET",
    path: "/v1/organization/users?limit=1",
    expect: { kind: "array", at: ["data"] },
    holds: [{ at: ["object"], is: "list" }, { at: ["has_more"] }],
    forbidden: "unclear",
  },
  limits: [],
  endpoints: [],
});
