import type { Answers } from "./answers.fixture";

export const lemlistAnswers: Answers = {
  source: "lemlist's pages on errors and rate limits, 2026-08",
  accepted: { status: 200, json: { _id: "tea_1", name: "Acme" } },
  refused: { status: 401, json: { error: "Unauthorized" } },
  alsoRefused: [{ status: 400, json: { error: "Bad team" } }],
  forbidden: { status: 403, json: { error: "User blocked" } },
  notHeld: { status: 200, json: { _id: null } },
};
