import type { Answers } from "./answers.fixture";

export const zendeskAnswers: Answers = {
  source: "Zendesk's OpenAPI (users/me is open to anonymous callers) and support article 10306782115610, 2026-08",
  accepted: { status: 200, json: { user: { id: 7, email: "one@example.com" } } },
  refused: { status: 401, json: { error: "Couldn't authenticate you" } },
  forbidden: { status: 403, json: { error: "Forbidden" } },
  noTenant: { status: 404, json: { error: "not found" } },
  notHeld: { status: 200, json: { user: { id: null, email: "invalid@example.com" } } },
};
