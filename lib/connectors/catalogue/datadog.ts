import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { header } from "../placements";

/** Datadog, monitoring. Sources: its v1 OpenAPI and reference, which list the sites, 2026-08; trufflehog for people. */
export const datadog = defineConnector({
  id: "datadog",
  name: "Datadog",
  summary: "Metrics and monitors in Datadog.",
  category: "Monitoring",
  mark: { tone: "violet", path: monogram("DD") },
  hosts: {
    api: {
      kind: "choice",
      field: "site",
      origins: {
        us1: "https://api.datadoghq.com",
        us3: "https://api.us3.datadoghq.com",
        us5: "https://api.us5.datadoghq.com",
        eu1: "https://api.datadoghq.eu",
        ap1: "https://api.ap1.datadoghq.com",
        ap2: "https://api.ap2.datadoghq.com",
        fed: "https://api.ddog-gov.com",
      },
    },
  },
  authentication: {
    noun: "pair",
    identifiedBy: "apiKey",
    fields: [
      {
        id: "site",
        label: "Site",
        secret: false,
        kind: "choice",
        options: [
          { value: "us1", label: "datadoghq.com (US1)" },
          { value: "us3", label: "us3.datadoghq.com (US3)" },
          { value: "us5", label: "us5.datadoghq.com (US5)" },
          { value: "eu1", label: "datadoghq.eu (EU1)" },
          { value: "ap1", label: "ap1.datadoghq.com (AP1)" },
          { value: "ap2", label: "ap2.datadoghq.com (AP2)" },
          { value: "fed", label: "ddog-gov.com (US1-FED)" },
        ],
        help: "The site in your address bar when you're signed in.",
        aliases: ["site", "dd_site", "region"],
      },
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as the DD-API-KEY header.",
        aliases: ["dd-api-key", "dd_api_key", "api key", "apikey", "api_key"],
      },
      {
        id: "applicationKey",
        label: "Application Key",
        secret: true,
        help: "Sent as the DD-APPLICATION-KEY header.",
        aliases: ["dd-application-key", "dd_app_key", "dd_application_key", "application key", "app key", "app_key"],
      },
    ],
    placements: [header("DD-API-KEY", "apiKey"), header("DD-APPLICATION-KEY", "applicationKey")],
    guide: {
      steps: [
        "Sign in to Datadog.",
        "Open Organization Settings, then API Keys, and create or copy a key.",
        "Open Application Keys there, create one and copy it.",
      ],
      roles: "Who may manage keys in the organization.",
      warnings: ["Copy the keys themselves, not their IDs.", "A key works at its own site alone."],
    },
    refusal: {
      causes: ["The API key was revoked in Datadog.", "The organization isn't at the site you chose."],
      nextStep: "Copy both keys again and look at the site.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/v1/validate",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["valid"], is: true }],
    forbidden: "refused",
    leavesOpen: "That proves the API key alone: ask what it may read to try the application key.",
  },
  probes: {
    of: [
      {
        ...{ id: "users", reads: "people, which takes both keys", method: "GET", path: "/api/v2/users?page[size]=1" },
        expect: { kind: "array", at: ["data"] },
      },
    ],
  },
  limits: [],
  endpoints: [],
});
