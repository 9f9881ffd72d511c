import type { Answers } from "./answers.fixture";

export const salesforceAnswers: Answers = {
  source: "simstudioai/sim, 2026-08",
  accepted: { status: 200, json: { user_id: "005", organization_id: "00D", preferred_username: "one@example.com" } },
  refused: { status: 401, json: { error: "Bad_OAuth_Token" } },
  forbidden: { status: 403, json: { error: "Missing_OAuth_Scope" } },
  notHeld: { status: 200, json: { user_id: null, organization_id: "00D" } },
};
