import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** ChartMogul, billing analytics. Source: its API reference as searched, 2026-08. */
export const chartmogul = defineConnector({
  id: "chartmogul",
  name: "ChartMogul",
  summary: "Customers and revenue in ChartMogul.",
  category: "Billing",
  mark: { tone: "indigo", path: monogram("CG") },
  hosts: { api: { kind: "fixed", origin: "https://api.chartmogul.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "The user name of the Authorization: Basic header, with no password.",
        aliases: ["api key", "apikey", "api_key", "key", "username", "user"],
      },
    ],
    placements: [{ in: "basic", username: [{ field: "apiKey" }], password: [""] }],
    guide: {
      steps: ["Sign in at app.chartmogul.com.", "Open Admin, then API.", "Create a key, copy it and paste it here."],
      roles: "Admins of the account.",
      warnings: [],
    },
    refusal: {
      causes: ["The key was deleted in ChartMogul.", "The key is incomplete."],
      nextStep: "Create a new key in Admin, API.",
    },
  },
  verification: {
    method: "GET",
    path: "/v1/account",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["name"] }, { at: ["currency"] }],
    forbidden: "unclear",
    identity: { of: "tenant", id: ["name"] },
  },
  limits: [],
  endpoints: [],
});
