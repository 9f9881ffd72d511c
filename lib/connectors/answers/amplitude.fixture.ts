import type { Answers } from "./answers.fixture";

export const amplitudeAnswers: Answers = {
  source: "Amplitude's documents of 2023; 403 by Airbyte, 2026-08",
  accepted: { status: 200, json: { data: [{ name: "sign_up", totals: 1 }] } },
  refused: { status: 403, json: { error: "invalid" } },
  forbidden: { status: 403, json: { error: "invalid" } },
};
