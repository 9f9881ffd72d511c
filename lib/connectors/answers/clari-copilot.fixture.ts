import type { Answers } from "./answers.fixture";

export const clariCopilotAnswers: Answers = {
  source: "Clari's OpenAPI document, https://api-doc.copilot.clari.com, 2026-11",
  accepted: { status: 200, json: { users: [{ id: "u1", email: "one@example.com", name: "One" }] } },
  refused: { status: 401, json: { errorMessage: "Unauthorized" } },
  forbidden: { status: 403, json: { message: "Forbidden" } },
  incomplete: { status: 401, json: { errorMessage: "Credentials not provided!" } },
  empty: { status: 200, json: { users: [] } },
};
