import type { Answers } from "./answers.fixture";

export const mixpanelAnswers: Answers = {
  source: "mixpanel/docs, 2026-08; the key results of /me is not in a page that was read",
  accepted: { status: 200, json: { status: "ok", results: { user_id: 1 } } },
  refused: { status: 401, json: { error: "Invalid credentials", status: "error" } },
  forbidden: { status: 403, json: { error: "No access", status: "error" } },
};
