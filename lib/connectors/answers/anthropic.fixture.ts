import type { Answers } from "./answers.fixture";

export const anthropicAnswers: Answers = {
  source: "trufflehog (a disabled key can be 404), 2026-08",
  accepted: { status: 200, json: { data: [{ type: "user", id: "u1" }], has_more: false } },
  refused: { status: 401, json: { type: "error", error: { type: "authentication_error" } } },
  notHeld: { status: 200, json: { data: [], has_more: null } },
};
