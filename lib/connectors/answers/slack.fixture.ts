import type { Answers } from "./answers.fixture";

export const slackAnswers: Answers = {
  source: "trufflehog and kingfisher, 2026-08",
  accepted: { status: 200, json: { ok: true, team: "Acme", team_id: "T1", user: "one" } },
  refused: { status: 200, json: { ok: false, error: "invalid_auth" } },
  notHeld: { status: 200, json: { ok: false, team_id: "T1" } },
};
