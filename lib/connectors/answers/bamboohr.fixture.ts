import type { Answers } from "./answers.fixture";

export const bamboohrAnswers: Answers = {
  source: "bhr-api-python; what a wrong company gets is not in a page that was read, 2026-08",
  accepted: { status: 200, json: [{ id: 1, name: "Status", type: "list" }] },
  refused: { status: 401, json: {} },
  forbidden: { status: 403, json: {} },
  noTenant: { status: 404, json: {} },
};
