import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { bearer, constant } from "../placements";

const ENDS = "The token ends after 15 days unless you choose otherwise, and after 365 at the latest.";

/** Snowflake, by programmatic access token. Source: simstudioai/sim, 2026-08. */
export const snowflake = defineConnector({
  id: "snowflake",
  name: "Snowflake",
  summary: "Tables in Snowflake.",
  category: "Databases",
  mark: { tone: "indigo", path: monogram("SN") },
  hosts: { api: { kind: "typed", field: "account" } },
  authentication: {
    noun: "token",
    fields: [
      {
        id: "account",
        label: "Account URL",
        secret: false,
        kind: "text",
        maxLength: 200,
        host: { is: "name", suffixes: [".snowflakecomputing.com", ".snowflakecomputing.cn"] },
        help: "Your account's own address, such as acme-sales.snowflakecomputing.com.",
        aliases: ["account url", "account", "host", "server"],
      },
      {
        id: "accessToken",
        label: "Programmatic Access Token",
        secret: true,
        help: "Sent as the Authorization: Bearer header.",
        aliases: [
          "authorization",
          "bearer",
          "token",
          "access token",
          "access_token",
          "programmatic access token",
          "pat",
        ],
      },
    ],
    placements: [bearer("accessToken"), constant("X-Snowflake-Authorization-Token-Type", "PROGRAMMATIC_ACCESS_TOKEN")],
    guide: {
      steps: [
        "Sign in to Snowflake and open your profile, then Settings, then Authentication.",
        "Create a programmatic access token and choose its role and when it ends.",
        "Copy the token and paste it here, with your account's address.",
      ],
      roles: "Everyone for themselves; admins for service users.",
      ends: ENDS,
      warnings: ["Snowflake shows the token once.", ENDS, "Most users need a network policy before a token works."],
    },
    refusal: {
      causes: ["The token ended or was revoked in Snowflake.", "The token is incomplete.", "It's another account's."],
      nextStep: "Create a new token in Snowflake and look at the account's address.",
    },
  },
  verification: {
    method: "POST",
    path: "/api/v2/statements",
    // Functions of the session alone: no warehouse, and no cost.
    body: '{"statement":"SELECT CURRENT_USER(), CURRENT_ACCOUNT()","timeout":10}',
    expect: { kind: "object", at: ["resultSetMetaData"] },
    holds: [{ at: ["data"] }],
    forbidden: "unclear",
    noTenant: { statuses: [404] },
    leavesOpen: "We haven't asked which tables its role may read.",
  },
  limits: [],
  endpoints: [],
});
