import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer } from "../placements";

/** PostHog, product analytics. Sources: NangoHQ/nango and simstudioai/sim, 2026-08. */
export const posthog = defineConnector({
  id: "posthog",
  name: "PostHog",
  summary: "Events and insights in PostHog.",
  category: "Product analytics",
  mark: { tone: "amber", path: monogram("PH") },
  hosts: {
    api: { kind: "choice", field: "region", origins: { us: "https://us.posthog.com", eu: "https://eu.posthog.com" } },
  },
  authentication: {
    noun: "key",
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
        label: "Personal API Key",
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
          "personal api key",
        ],
        begins: [
          {
            with: "phc_",
            notice: "It's a project key, which is public and only sends events. Use a personal API key (phx_).",
          },
        ],
      },
    ],
    placements: [bearer("apiKey")],
    guide: {
      steps: [
        "Sign in to PostHog.",
        "Open Settings, then Personal API keys.",
        "Create a key with the read scopes you need, copy it and paste it here.",
      ],
      roles: "Everyone can create keys of their own.",
      names: "PostHog also calls it a personal access key; it begins with phx_.",
      warnings: ["PostHog shows the key once."],
    },
    refusal: {
      causes: [
        "The key was deleted in PostHog.",
        "The key is incomplete.",
        "It's the project key, which is public.",
        "The project isn't in the region you chose.",
      ],
      nextStep: "Create a new personal API key.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/organizations/",
    expect: { kind: "array", at: ["results"] },
    forbidden: { mayNotRead: "the organization" },
  },
  limits: [],
  endpoints: [],
});
