import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { HOUR } from "../spans";

/** Mixpanel, product analytics. Source: mixpanel/docs, 2026-08. */
export const mixpanel = defineConnector({
  id: "mixpanel",
  name: "Mixpanel",
  summary: "Cohorts from Mixpanel.",
  category: "Product analytics",
  mark: { tone: "violet", path: monogram("MX") },
  hosts: {
    api: {
      kind: "choice",
      field: "region",
      origins: { us: "https://mixpanel.com", eu: "https://eu.mixpanel.com", in: "https://in.mixpanel.com" },
    },
  },
  authentication: {
    noun: "service account",
    fields: [
      {
        id: "region",
        label: "Region",
        secret: false,
        kind: "choice",
        options: [
          { value: "us", label: "United States" },
          { value: "eu", label: "Europe" },
          { value: "in", label: "India" },
        ],
        help: "Where the project's data is kept.",
        aliases: ["region"],
      },
      {
        id: "projectId",
        label: "Project ID",
        secret: false,
        kind: "text",
        maxLength: 20,
        format: { pattern: "[0-9]+", words: "can have digits only.", example: "1234567" },
        help: "The number of the project, from its settings. Sent as project_id.",
        aliases: ["project id", "projectid", "project_id", "project"],
      },
      {
        id: "username",
        label: "Service Account Username",
        secret: true,
        help: "The user name of the Authorization: Basic header.",
        aliases: ["username", "user", "service account username"],
      },
      {
        id: "secret",
        label: "Service Account Secret",
        secret: true,
        help: "The password of the Authorization: Basic header.",
        aliases: ["secret", "password", "service account secret"],
      },
    ],
    placements: [
      { in: "basic", username: [{ field: "username" }], password: [{ field: "secret" }] },
      { in: "query", name: "project_id", parts: [{ field: "projectId" }] },
    ],
    guide: {
      steps: [
        "Sign in at mixpanel.com.",
        "Open Organization settings, then Service Accounts.",
        "Add a service account with access to the project.",
        "Copy its username and secret and paste them here, with the ID of the project.",
      ],
      roles: "Owners and admins of the organization.",
      warnings: ["Mixpanel shows the secret once.", "Project secrets end on 3 March 2027; this is not one."],
    },
    refusal: {
      causes: [
        "The service account was deleted, or its secret is incomplete.",
        "It's a project secret or a project token.",
        "The project isn't in the region you chose.",
      ],
      nextStep: "Add a new service account in Organization settings and paste both values.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/app/me",
    expect: { kind: "object", at: ["results"] },
    forbidden: { mayNotRead: "the project" },
    leavesOpen: "We haven't asked whether it may read the project: preview a data source to see.",
  },
  limits: [{ requests: 60, seconds: HOUR, of: "account" }],
  endpoints: [
    {
      id: "cohorts",
      name: "Cohorts",
      summary: "Cohorts of the project.",
      method: "POST",
      path: "/api/query/cohorts/list",
      reading: { records: ["*"], key: "id", personalFields: ["!id"], paging: { kind: "none" } },
      fields: { id: "integer" },
      parameters: [],
    },
  ],
});
