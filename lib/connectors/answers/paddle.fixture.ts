import type { Answers } from "./answers.fixture";

export const paddleAnswers: Answers = {
  source: "NangoHQ/nango, 2026-08",
  accepted: { status: 200, json: { data: [{ name: "transaction.paid" }], meta: { request_id: "r1" } } },
  refused: { status: 401, json: { error: { type: "request_error", code: "invalid_token" } } },
  forbidden: { status: 403, json: { error: { code: "forbidden" } } },
  notHeld: { status: 200, json: { data: [], meta: null } },
};
