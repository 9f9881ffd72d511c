import type { Answers } from "./answers.fixture";

export const salesloftAnswers: Answers = {
  source: "developers.salesloft.com/docs/platform/api-basics; 403 by PostHog, 2026-08",
  accepted: { status: 200, json: { data: { id: 7, email: "one@example.com" } } },
  refused: { status: 401, json: { error: "Invalid Bearer token" } },
  forbidden: { status: 403, json: { error: "Forbidden" } },
  notHeld: { status: 200, json: { data: { id: null, email: null } } },
};
