import type { Answers } from "./answers.fixture";

export const mailchimpAnswers: Answers = {
  source: "trufflehog and kingfisher for the call; its keys are not in a page that was read, 2026-08",
  accepted: { status: 200, json: { account_id: "a1", account_name: "Acme" } },
  refused: { status: 401, json: { title: "API Key Invalid", status: 401 } },
  notHeld: { status: 200, json: { account_id: null } },
};
