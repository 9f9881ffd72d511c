import type { Answers } from "./answers.fixture";

export const apolloAnswers: Answers = {
  source: "docs.apollo.io/reference/status-codes; auth/health by Nango, 2026-08",
  accepted: { status: 200, json: { healthy: true, is_logged_in: true } },
  refused: { status: 200, json: { healthy: true, is_logged_in: false } },
  forbidden: { status: 403, json: { error_code: "API_INACCESSIBLE" } },
  notHeld: { status: 200, json: { healthy: true, is_logged_in: false } },
};
