import type { Answers } from "./answers.fixture";

export const firefliesAnswers: Answers = {
  source: "Fireflies' error codes, https://docs.fireflies.ai/miscellaneous/error-codes, 2026-11",
  accepted: { status: 200, json: { data: { user: { user_id: "u1", name: "One", email: "one@example.com" } } } },
  refused: { status: 200, json: { errors: [{ code: "auth_failed", message: "Invalid key" }], data: { user: null } } },
  forbidden: { status: 403, json: { errors: [{ code: "account_cancelled" }] } },
};
