import type { Answers } from "./answers.fixture";

export const callrailAnswers: Answers = {
  source: "CallRail API reference, 2026-08",
  accepted: { status: 200, json: { page: 1, accounts: [{ id: "ACC1", name: "Acme" }] } },
  refused: { status: 401, json: { error: "HTTP Token: Access denied." } },
};
