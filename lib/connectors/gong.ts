import { defineConnector } from "./connector";
import type { Paging } from "./reading";
import { DAY } from "./spans";

/** Gong's pages have a size of their own; the last one has no cursor. */
const paging: Paging = {
  kind: "token",
  at: { body: "records.cursor" },
  parameter: "cursor",
  total: "records.totalRecords",
};

/** Gong, revenue intelligence. Source: https://help.gong.io/apidocs/introduction-2 and the /v2 reference. */
export const gong = defineConnector({
  id: "gong",
  name: "Gong",
  summary: "Calls, users and scorecards from Gong's revenue intelligence.",
  category: "Conversation intelligence",
  mark: {
    tone: "violet",
    path: "M12 3a9 9 0 1 0 9 9h-9v3.5h4.6A5.5 5.5 0 1 1 15.8 8L18.4 5.5A9 9 0 0 0 12 3Z",
  },
  hosts: { api: { kind: "fixed", origin: "https://api.gong.io" } },
  authentication: {
    noun: "pair",
    identifiedBy: "accessKey",
    fields: [
      {
        id: "accessKey",
        label: "Access Key",
        secret: true,
        help: "The user name of the Authorization: Basic header.",
        aliases: ["access key", "accesskey", "access_key", "username", "user"],
      },
      {
        id: "accessKeySecret",
        label: "Access Key Secret",
        secret: true,
        help: "The password of the Authorization: Basic header.",
        aliases: ["access key secret", "accesskeysecret", "access_key_secret", "access secret", "secret", "password"],
      },
    ],
    placements: [{ in: "basic", username: [{ field: "accessKey" }], password: [{ field: "accessKeySecret" }] }],
    guide: {
      steps: [
        "Sign in at app.gong.io.",
        "Open Company settings, then Ecosystem, then API.",
        "Choose Create to get an access key and its secret.",
        "Copy both values and paste them here.",
      ],
      roles: "Only technical administrators in Gong can see this page.",
      warnings: ["Gong shows the secret once, when the key is created."],
    },
    refusal: {
      causes: [
        "The access key was deleted or replaced in Gong.",
        "The two values are swapped, or one is incomplete.",
        "Your Gong company uses a different API address. This server's operator can set it with GONG_BASE_URL.",
      ],
      nextStep: "Create a new access key in Gong and paste both values. Anything else keeps its own key.",
    },
  },
  verification: { method: "GET", path: "/v2/users", expect: { kind: "array", at: ["users"] }, forbidden: "refused" },
  limits: [
    { requests: 3, seconds: 1, of: "account" },
    { requests: 10_000, seconds: DAY, of: "account" },
  ],
  endpoints: [
    {
      id: "users",
      name: "Users",
      summary: "Everyone in the Gong company.",
      method: "GET",
      path: "/v2/users",
      reading: {
        records: ["users"],
        key: "id",
        personalFields: [
          "emailAddress",
          "emailAliases",
          "trustedEmailAddress",
          "firstName",
          "lastName",
          "phoneNumber",
          "personalMeetingUrls",
          "meetingConsentPageUrl",
        ],
        paging,
      },
      parameters: [
        {
          id: "includeAvatars",
          label: "Include avatars",
          help: "Placeholder users that stand for unknown people.",
          kind: "boolean",
        },
      ],
    },
    {
      id: "calls",
      name: "Calls",
      summary: "Recorded calls by date.",
      method: "GET",
      path: "/v2/calls",
      reading: {
        records: ["calls"],
        key: "id",
        personalFields: ["title", "url", "meetingUrl", "customData"],
        paging,
        answers: [{ status: 404, words: ["No calls found"], act: "ignore" }],
      },
      parameters: [
        {
          id: "fromDateTime",
          label: "Started after",
          help: "Only calls that started at or after this time.",
          kind: "datetime",
        },
        {
          id: "toDateTime",
          label: "Started before",
          help: "Only calls that started before this time.",
          kind: "datetime",
          above: "fromDateTime",
        },
        {
          id: "workspaceId",
          label: "Workspace ID",
          help: "Only calls of one Gong workspace.",
          kind: "text",
          maxLength: 64,
        },
      ],
    },
    {
      id: "scorecards",
      name: "Scorecards",
      summary: "Gong's scorecards and their questions.",
      method: "GET",
      path: "/v2/settings/scorecards",
      reading: {
        records: ["scorecards"],
        key: "scorecardId",
        personalFields: [],
        paging: { kind: "none" },
      },
      parameters: [],
    },
  ],
});
