import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer } from "../placements";
import { MINUTE } from "../spans";

const ENDS = "The key ends at the date you choose when you create it.";

/** Paddle, billing. Source: NangoHQ/nango, 2026-08. */
export const paddle = defineConnector({
  id: "paddle",
  name: "Paddle",
  summary: "Products and transactions in Paddle.",
  category: "Billing",
  mark: { tone: "amber", path: monogram("PL") },
  hosts: {
    api: {
      kind: "choice",
      field: "environment",
      origins: { live: "https://api.paddle.com", sandbox: "https://sandbox-api.paddle.com" },
    },
  },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "environment",
        label: "Environment",
        secret: false,
        kind: "choice",
        options: [
          { value: "live", label: "Live" },
          { value: "sandbox", label: "Sandbox" },
        ],
        help: "A key works in its own environment only.",
        aliases: ["environment"],
      },
      {
        id: "apiKey",
        label: "API Key",
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
        ],
        begins: [{ with: "pdl_sdbx_", notice: "It's a key of the sandbox: choose the sandbox." }],
      },
    ],
    placements: [bearer("apiKey")],
    guide: {
      steps: [
        "Sign in to Paddle.",
        "Open Developer tools, then Authentication.",
        "Create a key with read permissions, copy it and paste it here.",
      ],
      roles: "Members who may see developer tools.",
      ends: ENDS,
      warnings: ["Paddle shows the key once.", ENDS],
    },
    refusal: {
      causes: [
        "The key was deleted in Paddle.",
        "The key is incomplete.",
        "The key has expired.",
        "It's the other environment's key.",
      ],
      nextStep: "Create a new key and look at the environment.",
    },
  },
  verification: {
    method: "GET",
    path: "/event-types",
    expect: { kind: "array", at: ["data"] },
    holds: [{ at: ["meta"] }],
    refused: {
      where: [{ at: ["error", "code"], in: ["invalid_token", "authentication_malformed", "authentication_missing"] }],
    },
    forbidden: { mayNotRead: "event types", where: [{ at: ["error", "code"], in: ["forbidden"] }] },
  },
  limits: [{ requests: 240, seconds: MINUTE, of: "address" }],
  endpoints: [],
});
