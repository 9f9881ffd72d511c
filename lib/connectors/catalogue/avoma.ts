import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer } from "../placements";
import { MINUTE } from "../spans";

/** Avoma, conversation intelligence. Sources: three public programs that agree, 2026-08. */
export const avoma = defineConnector({
  id: "avoma",
  name: "Avoma",
  summary: "Meetings and transcriptions from Avoma.",
  category: "Conversation intelligence",
  mark: { tone: "rose", path: monogram("AV") },
  hosts: { api: { kind: "fixed", origin: "https://api.avoma.com" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as the Authorization: Bearer header. It has two parts with a colon between: paste both.",
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
        ],
      },
    ],
    placements: [bearer("apiKey")],
    guide: {
      steps: [
        "Sign in at app.avoma.com.",
        "Open Settings, then Organization, then Developer.",
        "Create a key and copy all of it, with the colon in its middle.",
      ],
      roles: "Admins of the organization.",
      warnings: [],
    },
    refusal: {
      causes: [
        "Only one half of the key was copied: it has two parts with a colon between.",
        "The key was encoded before it was pasted.",
        "The key was deleted in Avoma.",
      ],
      nextStep: "Copy all of the key again from Settings, Organization, Developer.",
    },
  },
  verification: { method: "GET", path: "/v1/users/", expect: { kind: "array", at: ["results"] }, forbidden: "unclear" },
  limits: [{ requests: 60, seconds: MINUTE, of: "account" }],
  endpoints: [
    {
      id: "meetings",
      name: "Meetings",
      summary: "Meetings in a span of time.",
      method: "GET",
      path: "/v1/meetings/",
      reading: {
        records: ["results"],
        key: "uuid",
        personalFields: ["!uuid"],
        paging: { kind: "link", at: { body: "next" }, total: "count" },
      },
      fields: { uuid: "text" },
      parameters: [
        {
          id: "from_date",
          label: "From",
          help: "Only what took place at or after this time. Avoma needs both times.",
          kind: "datetime",
          required: true,
        },
        {
          id: "to_date",
          label: "To",
          help: "Only what took place before this time.",
          kind: "datetime",
          above: "from_date",
          required: true,
        },
      ],
    },
    {
      id: "transcriptions",
      name: "Transcriptions",
      summary: "What was said in meetings, in a span of time.",
      method: "GET",
      path: "/v1/transcriptions/",
      reading: {
        records: ["results"],
        key: "uuid",
        personalFields: ["!uuid"],
        paging: { kind: "link", at: { body: "next" }, total: "count" },
      },
      fields: { uuid: "text" },
      parameters: [
        {
          id: "from_date",
          label: "From",
          help: "Only what took place at or after this time. Avoma needs both times.",
          kind: "datetime",
          required: true,
        },
        {
          id: "to_date",
          label: "To",
          help: "Only what took place before this time.",
          kind: "datetime",
          above: "from_date",
          required: true,
        },
      ],
    },
  ],
});
