import type { Answers } from "./answers.fixture";

export const chargebeeAnswers: Answers = {
  source: "Chargebee's API reference; lists by Airbyte, 2026-08",
  accepted: { status: 200, json: { list: [{ customer: { id: "c1" } }] } },
  refused: { status: 401, json: { api_error_code: "api_authentication_failed" } },
  forbidden: { status: 403, json: { api_error_code: "api_authorization_failed" } },
};
