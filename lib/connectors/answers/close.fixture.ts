import type { Answers } from "./answers.fixture";

export const closeAnswers: Answers = {
  source:
    "developer.close.com, api-key-authentication and http-response-codes; the list of organizations isn't in a page that was read, 2026-08",
  accepted: { status: 200, json: { id: "user_1", email: "one@example.com", organizations: [{ id: "orga_1" }] } },
  refused: { status: 401, json: { error: "The server could not verify that you are authorized" } },
  forbidden: { status: 403, json: { error: "Forbidden" } },
  notHeld: { status: 200, json: { id: null, organizations: [] } },
};
