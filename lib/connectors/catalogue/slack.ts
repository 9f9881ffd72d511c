import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer } from "../placements";

/** Slack, messages. Sources: trufflehog and kingfisher, 2026-08. */
export const slack = defineConnector({
  id: "slack",
  name: "Slack",
  summary: "Channels and messages in Slack.",
  category: "Messages",
  mark: { tone: "violet", path: monogram("SK") },
  hosts: { api: { kind: "fixed", origin: "https://slack.com" } },
  authentication: {
    noun: "token",
    fields: [
      {
        id: "token",
        label: "Token",
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
          "bot token",
          "user token",
        ],
        begins: [
          { with: "xapp-", notice: "It's a token of an app's own, which reads no workspace. Use a bot token (xoxb-)." },
        ],
      },
    ],
    placements: [bearer("token")],
    guide: {
      steps: [
        "Open api.slack.com/apps and choose your app.",
        "Open OAuth & Permissions.",
        "Copy the bot or user token and paste it here.",
      ],
      roles: "Everyone who may manage the app.",
      warnings: ["A token reads only what its scopes allow."],
    },
    refusal: {
      causes: ["The token was revoked, or the app was removed.", "The account behind it was deactivated."],
      nextStep: "Copy the token again from OAuth & Permissions.",
    },
  },
  verification: {
    method: "POST",
    path: "/api/auth.test",
    body: "{}",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["ok"], is: true }, { at: ["team_id"] }],
    refused: {
      where: [
        { at: ["error"], in: ["invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed"] },
      ],
    },
    forbidden: "unclear",
    identity: { of: "tenant", id: ["team_id"], name: ["team"] },
    leavesOpen: "We haven't asked what its scopes let it read.",
  },
  limits: [],
  endpoints: [],
});
