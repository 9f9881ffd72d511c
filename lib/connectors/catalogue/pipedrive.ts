import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { header } from "../placements";

/** Pipedrive, CRM. Sources: client-nodejs and core-api-concepts-rate-limiting, 2026-08. */
export const pipedrive = defineConnector({
  id: "pipedrive",
  name: "Pipedrive",
  summary: "Deals, people, organizations and activities from Pipedrive.",
  category: "CRM",
  mark: { tone: "teal", path: monogram("PD") },
  hosts: { api: { kind: "fixed", origin: "https://api.pipedrive.com" } },
  authentication: {
    noun: "token",
    fields: [
      {
        id: "apiToken",
        label: "API Token",
        secret: true,
        help: "Sent as the X-Api-Token header.",
        aliases: ["x-api-token", "api token", "apitoken", "api_token", "token", "key"],
      },
    ],
    placements: [header("X-Api-Token", "apiToken")],
    guide: {
      steps: ["Sign in to Pipedrive.", "Open Personal preferences, then API.", "Copy the token and paste it here."],
      roles: "Anyone can see their own token, if an admin has left API access on.",
      warnings: [
        "Each person has one token a company: generating a new one ends the old one at once.",
        "The token reads what its person can see.",
        "All integrations of the company share one daily budget.",
      ],
    },
    refusal: {
      causes: [
        "A new token was generated in Pipedrive.",
        "API access was switched off for you.",
        "It's the token of another company of yours.",
      ],
      nextStep: "Copy the token again from Personal preferences, API.",
    },
  },
  verification: {
    method: "GET",
    path: "/v1/users/me",
    expect: { kind: "object", at: ["data"] },
    holds: [{ at: ["success"], is: true }, { at: ["data", "company_id"] }],
    forbidden: "unclear",
    identity: { of: "tenant", id: ["data", "company_id"], name: ["data", "company_domain"] },
  },
  limits: [{ requests: 20, seconds: 2, of: "account" }],
  endpoints: [
    {
      id: "deals",
      name: "Deals",
      summary: "Deals in all pipelines.",
      method: "GET",
      path: "/api/v2/deals",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "token",
          at: { body: "additional_data.next_cursor" },
          parameter: "cursor",
          size: { parameter: "limit", default: 500, max: 500, min: 1 },
        },
        changed: { after: "updated_since", overlapSeconds: 60 },
      },
      fields: { id: "integer" },
      parameters: [],
    },
    {
      id: "persons",
      name: "People",
      summary: "People you sell to.",
      method: "GET",
      path: "/api/v2/persons",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "token",
          at: { body: "additional_data.next_cursor" },
          parameter: "cursor",
          size: { parameter: "limit", default: 500, max: 500, min: 1 },
        },
        changed: { after: "updated_since", overlapSeconds: 60 },
      },
      fields: { id: "integer" },
      parameters: [],
    },
    {
      id: "organizations",
      name: "Organizations",
      summary: "Companies you sell to.",
      method: "GET",
      path: "/api/v2/organizations",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "token",
          at: { body: "additional_data.next_cursor" },
          parameter: "cursor",
          size: { parameter: "limit", default: 500, max: 500, min: 1 },
        },
        changed: { after: "updated_since", overlapSeconds: 60 },
      },
      fields: { id: "integer" },
      parameters: [],
    },
    {
      id: "activities",
      name: "Activities",
      summary: "Calls, meetings and tasks.",
      method: "GET",
      path: "/api/v2/activities",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "token",
          at: { body: "additional_data.next_cursor" },
          parameter: "cursor",
          size: { parameter: "limit", default: 500, max: 500, min: 1 },
        },
        changed: { after: "updated_since", overlapSeconds: 60 },
      },
      fields: { id: "integer" },
      parameters: [],
    },
    {
      id: "users",
      name: "Users",
      summary: "Your colleagues.",
      method: "GET",
      path: "/v1/users",
      reading: { records: ["data"], key: "id", personalFields: ["!id"], paging: { kind: "none" } },
      fields: { id: "integer" },
      parameters: [],
    },
  ],
});
