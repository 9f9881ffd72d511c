import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer, constant } from "../placements";

/** Notion, documents. Sources: simstudioai/sim and trufflehog, 2026-08; Notion's page on listing users, 2026-10. */
export const notion = defineConnector({
  id: "notion",
  name: "Notion",
  summary: "Pages and databases in Notion.",
  category: "Databases",
  mark: { tone: "amber", path: monogram("NO") },
  hosts: { api: { kind: "fixed", origin: "https://api.notion.com" } },
  authentication: {
    noun: "secret",
    fields: [
      {
        id: "secret",
        label: "Integration Secret",
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
          "secret",
          "integration secret",
          "internal integration secret",
        ],
      },
    ],
    placements: [bearer("secret"), constant("Notion-Version", "2022-06-28")],
    guide: {
      steps: [
        "Open notion.so/my-integrations.",
        "Create an internal integration.",
        "Copy its secret and paste it here.",
        "In Notion, connect the integration to the pages it should read.",
      ],
      roles: "Owners of the workspace.",
      warnings: ["A secret that is connected to no page is accepted and reads nothing."],
    },
    refusal: {
      causes: ["The secret was refreshed or the integration was deleted.", "The secret is incomplete."],
      nextStep: "Copy the secret again from notion.so/my-integrations.",
    },
  },
  verification: {
    method: "GET",
    path: "/v1/users/me",
    expect: { kind: "object", at: ["bot"] },
    forbidden: { mayNotRead: "users" },
    identity: { of: "tenant", id: ["id"], name: ["bot", "workspace_name"] },
    leavesOpen: "We haven't asked which pages it's connected to.",
  },
  probes: {
    mayNot: [{ at: ["code"], in: ["restricted_resource"] }],
    of: [
      {
        ...{ id: "pages", reads: "pages and databases", method: "POST", path: "/v1/search", body: '{"page_size":1}' },
        expect: { kind: "array", at: ["results"] },
        emptyMeans: "No page was connected to it yet, so there is nothing to read.",
      },
      {
        ...{ id: "users", reads: "the people of the workspace", method: "GET", path: "/v1/users?page_size=1" },
        expect: { kind: "array", at: ["results"] },
      },
    ],
  },
  limits: [],
  endpoints: [],
});
