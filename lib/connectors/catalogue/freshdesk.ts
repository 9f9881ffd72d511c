import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { MINUTE } from "../spans";

/** Freshdesk, support. Source: Freshworks' article 225439 and its API reference, 2026-08. */
export const freshdesk = defineConnector({
  id: "freshdesk",
  name: "Freshdesk",
  summary: "Support tickets in Freshdesk.",
  category: "Support",
  mark: { tone: "teal", path: monogram("FD") },
  hosts: { api: { kind: "typed", field: "subdomain" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "subdomain",
        label: "Subdomain",
        secret: false,
        kind: "text",
        maxLength: 200,
        host: { is: "label", suffix: ".freshdesk.com" },
        help: "The part before .freshdesk.com. You can paste the whole address.",
        aliases: ["subdomain", "subdomain", "subdomain"],
      },
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "The user name of the Authorization: Basic header.",
        aliases: ["api key", "apikey", "api_key", "key", "username", "user"],
      },
    ],
    placements: [{ in: "basic", username: [{ field: "apiKey" }], password: ["X"] }],
    guide: {
      steps: [
        "Sign in to your Freshdesk.",
        "Open Profile settings from your picture.",
        "Choose View API key, copy it and paste it here.",
      ],
      roles: "Each agent has one key, which reads what that agent can read.",
      warnings: ["Resetting the key in Freshdesk stops the old one at once."],
      page: ["https://", { field: "subdomain" }, ".freshdesk.com/a/profile"],
    },
    refusal: {
      causes: [
        "The key was reset in Freshdesk.",
        "The subdomain is another Freshdesk's, or a name of your own for the portal.",
      ],
      nextStep: "Copy the key again from Profile settings.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/v2/tickets?per_page=1",
    expect: { kind: "array", at: [], idAt: ["id"] },
    // A right that is missing gets it, and so does whoever failed to sign in too often.
    forbidden: "unclear",
    noTenant: { statuses: [404] },
  },
  limits: [{ requests: 200, seconds: MINUTE, of: "account" }],
  endpoints: [],
});
