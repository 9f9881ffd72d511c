import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** BambooHR, people. Source: bhr-api-python, 2026-08. */
export const bamboohr = defineConnector({
  id: "bamboohr",
  name: "BambooHR",
  summary: "Employees in BambooHR.",
  category: "HR and hiring",
  mark: { tone: "teal", path: monogram("BH") },
  hosts: { api: { kind: "typed", field: "company" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "company",
        label: "Company",
        secret: false,
        kind: "text",
        maxLength: 200,
        host: { is: "label", suffix: ".bamboohr.com" },
        help: "The part before .bamboohr.com. You can paste the whole address.",
        aliases: ["company", "company", "subdomain"],
      },
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "The user name of the Authorization: Basic header.",
        aliases: ["api key", "apikey", "api_key", "key", "username", "user"],
      },
    ],
    placements: [{ in: "basic", username: [{ field: "apiKey" }], password: ["x"] }],
    guide: {
      steps: ["Sign in to your BambooHR.", "Open your name, then API Keys.", "Add a key, copy it and paste it here."],
      roles: "Everyone whose role allows API keys; the key reads what its person can read.",
      warnings: [],
    },
    refusal: {
      causes: ["The key was deleted in BambooHR.", "The company is another BambooHR's."],
      nextStep: "Add a new key under your name, API Keys.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/v1/meta/fields",
    expect: { kind: "array", at: [], idAt: ["id"] },
    // A right that is missing gets it, and so does the key of a person who was disabled.
    forbidden: "unclear",
    noTenant: { statuses: [404] },
  },
  limits: [],
  endpoints: [],
});
