import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** Salesforce, CRM, by client credentials. Sources: NangoHQ/nango and simstudioai/sim, 2026-08. */
export const salesforce = defineConnector({
  id: "salesforce",
  name: "Salesforce",
  summary: "Credentials of an external client app in Salesforce.",
  category: "CRM",
  mark: { tone: "indigo", path: monogram("SF") },
  hosts: { api: { kind: "typed", field: "myDomain" } },
  authentication: {
    noun: "pair",
    identifiedBy: "consumerKey",
    fields: [
      {
        id: "myDomain",
        label: "My Domain",
        secret: false,
        kind: "text",
        maxLength: 200,
        host: { is: "name", suffixes: [".my.salesforce.com"] },
        help: "Your org's own address, such as acme.my.salesforce.com, from Setup, My Domain.",
        aliases: ["my domain", "domain", "instance url", "host"],
      },
      {
        id: "consumerKey",
        label: "Consumer Key",
        secret: true,
        help: "Traded for a token, with the secret.",
        aliases: ["consumer key", "client id", "client_id", "key"],
      },
      {
        id: "consumerSecret",
        label: "Consumer Secret",
        secret: true,
        help: "Traded for a token, with the key.",
        aliases: ["consumer secret", "client secret", "client_secret", "secret"],
      },
    ],
    exchange: {
      path: "/services/oauth2/token",
      clientId: "consumerKey",
      clientSecret: "consumerSecret",
      client: "body",
      token: ["access_token"],
      apiAt: ["instance_url"],
      refused: [
        { error: "invalid_client_id", cause: "Salesforce knows no app with this consumer key." },
        { error: "invalid_client", cause: "The consumer key or the secret is wrong." },
        {
          error: "invalid_grant",
          cause: "The client credentials flow is off, the app runs as nobody, or the person it runs as is frozen.",
        },
      ],
    },
    placements: [],
    guide: {
      steps: [
        "Sign in to Salesforce and open Setup.",
        "Open External Client App Manager and choose or create an app.",
        "Turn on the client credentials flow, choose who it runs as, and add the scopes api and openid.",
        "Open Settings, then Consumer Key and Secret, and copy both values.",
      ],
      roles: "Admins of the org.",
      warnings: [
        "The app reads what the person it runs as can read.",
        "Each check asks for a new token: an old one goes on living for a while after a pair is revoked.",
      ],
    },
    refusal: {
      causes: [
        "The consumer key or the secret is wrong.",
        "The client credentials flow is off, or the app runs as nobody.",
      ],
      nextStep: "Look at the app in External Client App Manager, and copy both values again.",
    },
  },
  verification: {
    method: "GET",
    path: "/services/oauth2/userinfo",
    expect: { kind: "object", at: [] },
    holds: [{ at: ["user_id"] }, { at: ["organization_id"] }],
    forbidden: { mayNotRead: "who it runs as (scope openid)" },
    identity: { of: "person", id: ["user_id"], name: ["preferred_username"] },
  },
  limits: [],
  endpoints: [],
});
