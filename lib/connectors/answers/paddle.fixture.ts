import type { Answers } from "./answers.fixture";

export const paddleAnswers: Answers = {
  source: "NangoHQ/nango, 2026-08; its refusals by its pages on errors",
  accepted: { status: 200, json: { data: [{ name: "transaction.paid" }], meta: { request_id: "r1" } } },
  refused: { status: 403, json: { error: { type: "request_error", code: "invalid_token" } } },
  alsoRefused: ["authentication_malformed", "authentication_missing"].map((code) => ({
    status: 403,
    json: { error: { type: "request_error", code } },
  })),
  forbidden: { status: 403, json: { error: { code: "forbidden" } } },
  notHeld: { status: 200, json: { data: [], meta: null } },
};
