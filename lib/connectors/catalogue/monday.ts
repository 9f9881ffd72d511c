import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { header } from "../placements";

/** monday.com, projects. Source: simstudioai/sim, 2026-08. */
export const monday = defineConnector({
  id: "monday",
  name: "monday.com",
  summary: "Boards and items in monday.com.",
  category: "Projects",
  mark: { tone: "rose", path: monogram("MO") },
  hosts: { api: { kind: "fixed", origin: "https://api.monday.com" } },
  authentication: {
    noun: "token",
    fields: [
      {
        id: "apiToken",
        label: "API Token",
        secret: true,
        help: "Sent as the Authorization header, with nothing before it.",
        aliases: ["authorization", "api token", "apitoken", "api_token", "token", "key"],
      },
    ],
    placements: [header("Authorization", "apiToken")],
    guide: {
      steps: [
        "Sign in to monday.com.",
        "Open your picture, then Developers.",
        "Open My access tokens, copy the token and paste it here.",
      ],
      roles: "Each person has one token, which reads what that person can read.",
      warnings: ["Regenerating the token stops the old one at once."],
    },
    refusal: {
      causes: ["The token was regenerated in monday.com.", "The token is incomplete."],
      nextStep: "Copy the token again from My access tokens.",
    },
  },
  verification: {
    method: "POST",
    path: "/v2",
    body: '{"query":"{ me { id } account { id slug } }"}',
    expect: { kind: "object", at: ["data", "me"] },
    forbidden: "unclear",
    identity: { of: "tenant", id: ["data", "account", "id"], name: ["data", "account", "slug"] },
  },
  limits: [],
  endpoints: [],
});
