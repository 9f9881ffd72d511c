import { defineConnector } from "./connector";
import { bearer } from "./placements";
import type { AnswerRule } from "./reading";

const CODES = ["auth_failed", "invalid_api_key", "account_cancelled"] as const;

/** A GraphQL server may refuse with 200 as well as with the status that it means. */
const answers: readonly AnswerRule[] = [
  { status: 200, words: ['"too_many_requests"'], act: "wait" },
  { status: 200, words: ['"auth_failed"', '"invalid_api_key"', '"account_cancelled"'], act: "stop" },
];

/** Fireflies.ai, meeting notes. Source: https://docs.fireflies.ai/fundamentals/authorization and /miscellaneous/error-codes. */
export const fireflies = defineConnector({
  id: "fireflies",
  name: "Fireflies.ai",
  summary: "Meeting transcripts and their summaries from Fireflies.ai.",
  category: "Meeting notes",
  mark: {
    tone: "rose",
    path: "M5 4h4v4H5zM11 4h8v4h-8zM5 10h4v10H5zM11 10h8v4h-8zM11 16h4v4h-4z",
  },
  hosts: { api: { kind: "fixed", origin: "https://api.fireflies.ai" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as the Authorization: Bearer header.",
        aliases: ["authorization", "bearer", "api key", "apikey", "api_key", "token", "key"],
      },
    ],
    placements: [bearer("apiKey")],
    guide: {
      steps: [
        "Sign in at app.fireflies.ai.",
        "Open Integrations, then Fireflies API.",
        "Copy the API key and paste it here.",
      ],
      roles: "Each person has their own key, which reads what that person can read.",
      warnings: ["Regenerating the key in Fireflies.ai stops the old one at once."],
    },
    refusal: {
      causes: [
        "The key was regenerated in Fireflies.ai.",
        "The key is incomplete.",
        "The account's subscription isn't active.",
      ],
      nextStep: "Copy the key again from Integrations, Fireflies API.",
    },
  },
  verification: {
    method: "POST",
    path: "/graphql",
    body: JSON.stringify({ query: "{ user { user_id name email } }" }),
    expect: { kind: "object", at: ["data", "user"] },
    refused: {
      where: [
        { at: ["errors", "*", "code"], in: CODES },
        { at: ["errors", "*", "extensions", "code"], in: CODES },
      ],
    },
    forbidden: "refused",
  },
  // 60 a minute on the business plan; smaller plans allow 50 a day.
  limits: [{ requests: 60, seconds: 60, of: "account" }],
  endpoints: [
    {
      id: "users",
      name: "Users",
      summary: "The people of the team.",
      method: "POST",
      path: "/graphql",
      query: "{ users { user_id name email is_admin num_transcripts } }",
      reading: {
        records: ["data.users"],
        key: "user_id",
        personalFields: ["name", "email"],
        paging: { kind: "none" },
        answers,
      },
      parameters: [],
    },
    {
      id: "transcripts",
      name: "Transcripts",
      summary: "Meetings with sentences and summary.",
      method: "POST",
      path: "/graphql",
      query:
        "query ($fromDate: DateTime, $toDate: DateTime, $mine: Boolean, $limit: Int, $skip: Int) { transcripts(fromDate: $fromDate, toDate: $toDate, mine: $mine, limit: $limit, skip: $skip) { id title date duration sentences { speaker_name text start_time end_time } summary { overview action_items } } }",
      reading: {
        records: ["data.transcripts"],
        key: "id",
        personalFields: ["title", "sentences", "summary"],
        paging: {
          kind: "offset",
          parameter: "skip",
          size: { parameter: "limit", default: 50, max: 50, min: 1 },
        },
        answers,
      },
      parameters: [
        { id: "fromDate", label: "Held after", help: "Only meetings after this time.", kind: "datetime" },
        {
          id: "toDate",
          label: "Held before",
          help: "Only meetings before this time.",
          kind: "datetime",
          above: "fromDate",
        },
        { id: "mine", label: "Only my meetings", help: "Meetings organized by the key's owner.", kind: "boolean" },
      ],
    },
  ],
});
