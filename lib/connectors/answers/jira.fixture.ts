import type { Answers } from "./answers.fixture";

export const jiraAnswers: Answers = {
  source: "NangoHQ/nango; its keys and what a wrong site gets are not in a page that was read, 2026-08",
  accepted: { status: 200, json: { accountId: "a1", emailAddress: "one@example.com" } },
  refused: { status: 401, json: { message: "Client must be authenticated" } },
  noTenant: { status: 404, json: { errorMessage: "Site temporarily unavailable" } },
  notHeld: { status: 200, json: { accountId: null } },
};
