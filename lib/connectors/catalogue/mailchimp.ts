import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** Mailchimp, marketing. Sources: trufflehog and kingfisher, 2026-08. */
export const mailchimp = defineConnector({
  id: "mailchimp",
  name: "Mailchimp",
  summary: "Audiences and campaigns in Mailchimp.",
  category: "Marketing",
  mark: { tone: "amber", path: monogram("MC") },
  hosts: { api: { kind: "keyEnd", field: "apiKey", after: "-", suffix: ".api.mailchimp.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "The password of the Authorization: Basic header. Its end, such as -us6, says where your account is.",
        aliases: ["api key", "apikey", "api_key", "key", "password"],
      },
    ],
    placements: [{ in: "basic", username: ["latchkey"], password: [{ field: "apiKey" }] }],
    guide: {
      steps: [
        "Sign in at mailchimp.com.",
        "Open your profile, then Extras, then API keys.",
        "Create a key and copy all of it, with the end behind the hyphen.",
      ],
      roles: "Mailchimp's pages don't say which role it takes; admins can.",
      warnings: [],
    },
    refusal: {
      causes: [
        "The key was deleted in Mailchimp.",
        "The key is incomplete.",
        "It's a key of Mandrill, another product.",
      ],
      nextStep: "Create a new key and copy all of it.",
    },
  },
  verification: {
    method: "GET",
    path: "/3.0/",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["account_id"] }],
    forbidden: "unclear",
    identity: { of: "tenant", id: ["account_id"], name: ["account_name"] },
  },
  limits: [],
  endpoints: [],
});
