import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** Jira, projects. Source: NangoHQ/nango and trufflehog, 2026-08. */
export const jira = defineConnector({
  id: "jira",
  name: "Jira",
  summary: "Issues and projects in Jira.",
  category: "Projects",
  mark: { tone: "indigo", path: monogram("JI") },
  hosts: { api: { kind: "typed", field: "site" } },
  authentication: {
    noun: "token",
    fields: [
      {
        id: "site",
        label: "Site",
        secret: false,
        kind: "text",
        maxLength: 200,
        host: { is: "label", suffix: ".atlassian.net" },
        help: "The part before .atlassian.net. You can paste the whole address.",
        aliases: ["site", "site", "subdomain"],
      },
      {
        id: "email",
        label: "Email Address",
        secret: false,
        kind: "text",
        maxLength: 254,
        format: { pattern: "[^\\s@:]+@[^\\s@:]+", words: "has to be an email address.", example: "one@example.com" },
        help: "Of the person whose token it is.",
        aliases: ["email", "user", "username"],
      },
      {
        id: "apiToken",
        label: "API Token",
        secret: true,
        help: "The password of the Authorization: Basic header.",
        aliases: ["api token", "apitoken", "api_token", "token", "password"],
      },
    ],
    placements: [{ in: "basic", username: [{ field: "email" }], password: [{ field: "apiToken" }] }],
    guide: {
      steps: [
        "Open id.atlassian.com and sign in.",
        "Open Security, then API tokens.",
        "Create a token without scopes, copy it and paste it here.",
      ],
      roles: "Everyone can create tokens of their own; a token reads what its person can read.",
      warnings: [
        "Atlassian shows the token once, and it ends at the date you choose there.",
        "Tokens with scopes go by another address and are refused here.",
      ],
      page: ["https://id.atlassian.com/manage-profile/security/api-tokens"],
    },
    refusal: {
      causes: [
        "The token was revoked or has expired.",
        "The email address isn't the one the token belongs to.",
        "It's a token with scopes.",
      ],
      nextStep: "Create a new token at id.atlassian.com and paste it with your email address.",
    },
  },
  verification: {
    method: "GET",
    path: "/rest/api/3/myself",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["accountId"] }],
    forbidden: "unclear",
    noTenant: { statuses: [404] },
    identity: { of: "person", id: ["accountId"], name: ["emailAddress"] },
  },
  limits: [],
  endpoints: [],
});
