import type { Answers } from "./answers.fixture";

export const hubspotAnswers: Answers = {
  source: "HubSpot-public-api-spec-collection, account-info v3, 2026-08-21; 403 by two independent verifiers",
  accepted: {
    status: 200,
    json: { portalId: 123, accountType: "STANDARD", timeZone: "UTC", uiDomain: "app.hubspot.com" },
  },
  refused: {
    status: 401,
    json: { status: "error", message: "Authentication credentials not found", category: "INVALID_AUTHENTICATION" },
  },
  forbidden: { status: 403, json: { status: "error", category: "MISSING_SCOPES" } },
  notHeld: { status: 200, json: { portalId: null } },
};
