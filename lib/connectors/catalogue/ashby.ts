import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** An answer's words where a key is known and lacks a permission. A key that is wrong or switched off gets 403 as well. */
const LACKS = [
  { at: ["errors", "*"], in: ["missing_endpoint_permission"] },
  { at: ["errorInfo", "code"], in: ["missing_endpoint_permission"] },
];

/** Ashby, hiring. Sources: Ashby's page on authentication, 2026-10; NangoHQ/nango and simstudioai/sim, 2026-08. */
export const ashby = defineConnector({
  id: "ashby",
  name: "Ashby",
  summary: "Candidates and jobs in Ashby.",
  category: "HR and hiring",
  mark: { tone: "violet", path: monogram("AS") },
  hosts: { api: { kind: "fixed", origin: "https://api.ashbyhq.com" } },
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
      steps: [
        "Sign in at app.ashbyhq.com.",
        "Open Admin, then Integrations, then API Keys.",
        "Create a key with read permission for the modules you need.",
        "Copy the key and paste it here.",
      ],
      roles: "Admins of the organization.",
      warnings: ["Ashby shows the key once."],
    },
    refusal: {
      causes: ["The key was deleted in Ashby.", "The key is incomplete."],
      nextStep: "Create a new key in Admin, Integrations, API Keys.",
    },
  },
  verification: {
    method: "POST",
    path: "/apiKey.info",
    body: "{}",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["success"], is: true }, { at: ["results"] }],
    forbidden: { mayNotRead: "its own permissions (API Keys)", where: LACKS, otherwise: "refused" },
    leavesOpen: "We haven't asked which modules it may read.",
  },
  probes: {
    mayNot: LACKS,
    of: [
      {
        ...{ id: "candidates", reads: "candidates", method: "POST", path: "/candidate.list", body: '{"limit":1}' },
        expect: { kind: "array", at: ["results"] },
      },
      {
        ...{ id: "jobs", reads: "jobs", method: "POST", path: "/job.list", body: '{"limit":1}' },
        expect: { kind: "array", at: ["results"] },
      },
      {
        ...{
          id: "applications",
          reads: "applications",
          method: "POST",
          path: "/application.list",
          body: '{"limit":1}',
        },
        expect: { kind: "array", at: ["results"] },
      },
    ],
  },
  limits: [],
  endpoints: [],
});
