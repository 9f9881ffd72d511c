import type { Answers } from "./answers.fixture";

export const aircallAnswers: Answers = {
  source: "developer.aircall.io, basic authentication; company by Airbyte, 2026-08",
  accepted: { status: 200, json: { company: { id: 12, name: "Acme", users_count: 1 } } },
  refused: { status: 401, json: { error: "Unauthorized" } },
  forbidden: { status: 403, json: { error: "Forbidden" } },
};
