import type { Answers } from "./answers.fixture";

export const freshdeskAnswers: Answers = {
  source:
    "Freshdesk API reference; 403 by PostHog. What a wrong subdomain gets is not in a page that was read, 2026-08",
  accepted: { status: 200, json: [{ id: 1, subject: "One" }] },
  refused: {
    status: 401,
    json: { code: "invalid_credentials", message: "You have to be logged in to perform this action." },
  },
  forbidden: { status: 403, json: { code: "access_denied" } },
  noTenant: { status: 404, json: {} },
};
