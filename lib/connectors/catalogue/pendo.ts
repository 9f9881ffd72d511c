import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { header } from "../placements";

/** Pendo, product analytics. Sources: PostHog and Estuary, which agree, 2026-08. */
export const pendo = defineConnector({
  id: "pendo",
  name: "Pendo",
  summary: "Pages and features in Pendo.",
  category: "Product analytics",
  mark: { tone: "rose", path: monogram("PE") },
  hosts: {
    api: {
      kind: "choice",
      field: "region",
      origins: {
        us: "https://app.pendo.io",
        us1: "https://us1.app.pendo.io",
        eu: "https://app.eu.pendo.io",
        jpn: "https://app.jpn.pendo.io",
        au: "https://app.au.pendo.io",
      },
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
          { value: "us1", label: "United States (us1)" },
          { value: "eu", label: "Europe" },
          { value: "jpn", label: "Japan" },
          { value: "au", label: "Australia" },
        ],
        help: "The host in your address bar says which.",
        aliases: ["region"],
      },
      {
        id: "apiKey",
        label: "Integration Key",
        secret: true,
        help: "Sent as the X-Pendo-Integration-Key header.",
        aliases: ["x-pendo-integration-key", "integration key", "api key", "apikey", "key"],
      },
    ],
    placements: [header("X-Pendo-Integration-Key", "apiKey")],
    guide: {
      steps: [
        "Sign in to Pendo.",
        "Open Settings, then Integrations, then Integration Keys.",
        "Add a key, copy it and paste it here.",
      ],
      roles: "Only admins can see this page.",
      warnings: ["A key works in its own region only."],
    },
    refusal: {
      causes: [
        "The key was deleted in Pendo.",
        "The key is incomplete.",
        "The subscription isn't in the region you chose.",
      ],
      nextStep: "Add a new key and look at the region in the address bar.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/v1/page",
    expect: { kind: "array", at: [], idAt: ["id"] },
    forbidden: "refused",
  },
  limits: [],
  endpoints: [],
});
