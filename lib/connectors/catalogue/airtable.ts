import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer } from "../placements";

/** Airtable. Sources: three verifiers that agree, 2026-08; its list of bases as several programs read it, 2026-10. */
export const airtable = defineConnector({
  id: "airtable",
  name: "Airtable",
  summary: "Bases in Airtable.",
  category: "Databases",
  mark: { tone: "amber", path: monogram("AB") },
  hosts: { api: { kind: "fixed", origin: "https://api.airtable.com" } },
  authentication: {
    noun: "token",
    fields: [
      {
        id: "accessToken",
        label: "Personal Access Token",
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
          "personal access token",
          "pat",
        ],
      },
    ],
    placements: [bearer("accessToken")],
    guide: {
      steps: [
        "Open airtable.com/create/tokens.",
        "Create a token with scopes to read, and add the bases it may read.",
        "Copy the token and paste it here.",
      ],
      roles: "Everyone can create tokens of their own.",
      warnings: ["Airtable shows the token once.", "A token without bases reads nothing, whatever its scopes are."],
      page: ["https://airtable.com/create/tokens"],
    },
    refusal: {
      causes: [
        "The token was deleted or regenerated in Airtable.",
        "The token is incomplete: it has a dot in its middle.",
      ],
      nextStep: "Create a new token at airtable.com/create/tokens.",
    },
  },
  verification: {
    method: "GET",
    path: "/v0/meta/whoami",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["id"] }],
    forbidden: "unclear",
    identity: { of: "person", id: ["id"], name: ["email"] },
    leavesOpen: "That needs no scope, so we don't know what it may read.",
  },
  probes: {
    mayNot: [{ at: ["error", "type"], in: ["INVALID_PERMISSIONS"] }],
    of: [
      {
        ...{ id: "bases", reads: "the list of bases", method: "GET", path: "/v0/meta/bases" },
        expect: { kind: "array", at: ["bases"] },
        emptyMeans: "No base was added to it, so there is nothing to read.",
      },
    ],
  },
  limits: [{ requests: 5, seconds: 1, of: "account" }],
  endpoints: [],
});
