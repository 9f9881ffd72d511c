import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** Amplitude, product analytics. Source: Amplitude's documents of 2023, and three programs, 2026-08. */
export const amplitude = defineConnector({
  id: "amplitude",
  name: "Amplitude",
  summary: "Cohorts from Amplitude.",
  category: "Product analytics",
  mark: { tone: "indigo", path: monogram("AM") },
  hosts: {
    api: {
      kind: "choice",
      field: "region",
      origins: { us: "https://amplitude.com", eu: "https://analytics.eu.amplitude.com" },
    },
  },
  authentication: {
    noun: "pair",
    identifiedBy: "apiKey",
    fields: [
      {
        id: "region",
        label: "Region",
        secret: false,
        kind: "choice",
        options: [
          { value: "us", label: "United States" },
          { value: "eu", label: "Europe" },
        ],
        help: "Where the project is hosted.",
        aliases: ["region"],
      },
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "The user name of the Authorization: Basic header.",
        aliases: ["api key", "apikey", "api_key", "username", "user"],
      },
      {
        id: "secretKey",
        label: "Secret Key",
        secret: true,
        help: "The password of the Authorization: Basic header.",
        aliases: ["secret key", "secretkey", "secret_key", "secret", "password"],
      },
    ],
    placements: [{ in: "basic", username: [{ field: "apiKey" }], password: [{ field: "secretKey" }] }],
    guide: {
      steps: [
        "Sign in at app.amplitude.com.",
        "Open Organization settings, then API Keys.",
        "Create keys for the project and copy both values.",
      ],
      roles: "Amplitude's pages don't say who can see it; admins can.",
      warnings: [
        "Amplitude doesn't show the secret key again.",
        "Each project has its own keys.",
        "Amplitude allows 500 reads of cohorts a month.",
      ],
    },
    refusal: {
      causes: [
        "The two values are swapped, or one is incomplete.",
        "The project isn't in the region you chose.",
        "It's the id of the key and not the secret key.",
      ],
      nextStep: "Create new keys in Organization settings, API Keys.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/2/events/list",
    expect: { kind: "array", at: ["data"] },
    forbidden: "refused",
  },
  limits: [{ requests: 5, seconds: 1, of: "account" }],
  endpoints: [
    {
      id: "cohorts",
      name: "Cohorts",
      summary: "Cohorts of the project. Amplitude allows 500 requests a month for it.",
      method: "GET",
      path: "/api/3/cohorts",
      reading: { records: ["cohorts"], key: "id", personalFields: ["!id"], paging: { kind: "none" } },
      fields: { id: "text" },
      parameters: [],
    },
  ],
});
