import type { Answers } from "./answers.fixture";

export const intercomAnswers: Answers = {
  source: "Intercom-OpenAPI 2.16",
  accepted: {
    status: 200,
    json: { type: "admin", id: "1", email: "one@example.com", app: { type: "app", name: "Acme", region: "US" } },
  },
  refused: {
    status: 401,
    json: { type: "error.list", errors: [{ code: "unauthorized", message: "Access Token Invalid" }] },
  },
};
