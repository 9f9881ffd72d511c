import type { Answers } from "./answers.fixture";

export const notionAnswers: Answers = {
  source: "simstudioai/sim; 403 restricted_resource by trufflehog, 2026-08",
  accepted: { status: 200, json: { object: "user", id: "u1", type: "bot", bot: { workspace_name: "Acme" } } },
  refused: { status: 401, json: { object: "error", status: 401, code: "unauthorized" } },
  forbidden: { status: 403, json: { object: "error", status: 403, code: "restricted_resource" } },
};
