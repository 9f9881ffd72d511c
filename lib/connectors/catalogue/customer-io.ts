import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer } from "../placements";

/** Customer.io, marketing. Source: its API reference as searched, 2026-08 and 2026-10. */
export const customerIo = defineConnector({
  id: "customer-io",
  name: "Customer.io",
  summary: "Campaigns and people in Customer.io.",
  category: "Marketing",
  mark: { tone: "violet", path: monogram("CI") },
  hosts: {
    api: {
      kind: "choice",
      field: "region",
      origins: { us: "https://api.customer.io", eu: "https://api-eu.customer.io" },
    },
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
        help: "Where the workspace is hosted.",
        aliases: ["region"],
      },
      {
        id: "apiKey",
        label: "App API Key",
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
          "app api key",
          "app key",
        ],
      },
    ],
    placements: [bearer("apiKey")],
    guide: {
      steps: [
        "Sign in at fly.customer.io.",
        "Open Account settings, then API Credentials, then App API Keys.",
        "Create a key, copy it and paste it here.",
      ],
      roles: "Admins of the account.",
      warnings: ["Customer.io has four kinds of keys that are not each other: you need an App API key."],
    },
    refusal: {
      causes: [
        "The key was deleted in Customer.io.",
        "The key is incomplete.",
        "It's a Track, Pipelines or service account key.",
        "The workspace isn't in the region you chose.",
      ],
      nextStep: "Create a new App API key and look at the region.",
    },
  },
  verification: {
    method: "GET",
    path: "/v1/campaigns",
    expect: { kind: "array", at: ["campaigns"] },
    forbidden: "unclear",
  },
  probes: {
    of: [
      {
        ...{ id: "segments", reads: "segments", method: "GET", path: "/v1/segments" },
        expect: { kind: "array", at: ["segments"] },
      },
      {
        ...{ id: "newsletters", reads: "newsletters", method: "GET", path: "/v1/newsletters" },
        expect: { kind: "array", at: ["newsletters"] },
      },
    ],
  },
  limits: [{ requests: 10, seconds: 1, of: "account" }],
  endpoints: [],
});
