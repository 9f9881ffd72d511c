import type { Answers } from "./answers.fixture";

export const airtableAnswers: Answers = {
  source: "simstudioai/sim, trufflehog and kingfisher, 2026-08",
  accepted: { status: 200, json: { id: "usr1" } },
  refused: { status: 401, json: { error: { type: "AUTHENTICATION_REQUIRED" } } },
  notHeld: { status: 200, json: { id: null } },
};
