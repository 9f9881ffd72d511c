import type { Answers } from "./answers.fixture";

export const openaiAnswers: Answers = {
  source: "NangoHQ/nango; OpenAI's OpenAPI, 2026-08",
  accepted: {
    status: 200,
    json: { object: "list", data: [{ object: "organization.user", id: "u1" }], has_more: false },
  },
  refused: { status: 401, json: { error: { code: "invalid_api_key" } } },
  notHeld: { status: 200, json: { object: "page", data: [], has_more: false } },
};
