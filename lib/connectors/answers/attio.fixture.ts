import type { Answers } from "./answers.fixture";

export const attioAnswers: Answers = {
  source: "GET /v2/self as simstudioai/sim reads it, 2026-08",
  accepted: { status: 200, json: { active: true, workspace_id: "w1", workspace_name: "Acme" } },
  refused: { status: 200, json: { active: false } },
  notHeld: { status: 200, json: { active: false } },
};
