import { clariCopilotEndpoints } from "./clari-copilot-endpoints";
import { defineConnector } from "./connector";
import { header } from "./placements";
import { WEEK } from "./spans";

/** Clari Copilot, conversation intelligence. Source: Clari's OpenAPI document, https://api-doc.copilot.clari.com. */
export const clariCopilot = defineConnector({
  id: "clari-copilot",
  name: "Clari Copilot",
  summary: "Calls, transcripts, scorecards and topics from Clari's conversation intelligence.",
  category: "Conversation intelligence",
  mark: {
    tone: "indigo",
    path: "M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Zm3 5v3m4-5v7m4-5v3",
  },
  hosts: { api: { kind: "fixed", origin: "https://rest-api.copilot.clari.com" } },
  authentication: {
    noun: "pair",
    identifiedBy: "apiKey",
    onePerWorkspace: true,
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as the X-Api-Key header.",
        aliases: ["X-Api-Key", "api key", "apikey", "api_key", "key"],
      },
      {
        id: "apiPassword",
        label: "API Password",
        secret: true,
        help: "Sent as the X-Api-Password header. Clari also calls it API Secret.",
        aliases: [
          "X-Api-Password",
          "api password",
          "apipassword",
          "api_password",
          "api secret",
          "apisecret",
          "api_secret",
          "password",
          "secret",
        ],
      },
    ],
    placements: [header("X-Api-Key", "apiKey"), header("X-Api-Password", "apiPassword")],
    guide: {
      steps: [
        "Sign in at copilot.clari.com.",
        "Open Workspace Settings, then Integrations.",
        "Choose Copilot API. If there is no pair yet, generate one.",
        "Copy both values and paste them here.",
      ],
      roles: "Only admins of the Clari Copilot workspace can see this page.",
      names: "Clari's own pages call them API Key and API Secret, under Clari Copilot API.",
      warnings: [
        "Clari may not show the password again once you leave its page.",
        "A Clari workspace has only one pair.",
        "Generating a new pair stops the old one at once, for everything that uses it.",
      ],
    },
    refusal: {
      causes: [
        "Someone generated a new pair in Clari after you copied this one.",
        "The two values are swapped, or one is incomplete.",
        "They're from Clari Revenue, a different product with its own key.",
      ],
      nextStep:
        "Copy both values again from Workspace Settings, Integrations, Copilot API. Don't generate a new pair unless you mean to replace it everywhere.",
    },
    mistakenFor: [
      {
        header: "apikey",
        hosts: ["api.clari.com"],
        notice:
          "This looks like a Clari Revenue key (the apikey header). That's a different product; Clari Copilot has its own pair.",
      },
    ],
  },
  verification: {
    method: "GET",
    path: "/users",
    expect: { kind: "array", at: ["users"] },
    forbidden: "refused",
    incompleteWords: ["Credentials not provided"],
    emptyMeans: [
      "The Clari Copilot workspace has no people yet, so it has no calls either.",
      "The pair belongs to a different workspace, which is empty.",
    ],
    maxAnswerBytes: 6 * 1024 * 1024,
  },
  limits: [
    { requests: 10, seconds: 1, of: "account" },
    { requests: 100_000, seconds: WEEK, of: "account" },
  ],
  endpoints: clariCopilotEndpoints,
});
