import type { Answers } from "./answers.fixture";

export const posthogAnswers: Answers = {
  source: "simstudioai/sim for the call; its keys are not in a page that was read, 2026-08",
  accepted: { status: 200, json: { count: 1, next: null, results: [{ id: "o1", name: "Acme" }] } },
  refused: { status: 401, json: { type: "authentication_error", code: "authentication_failed" } },
  forbidden: { status: 403, json: { type: "authentication_error", code: "permission_denied" } },
};
