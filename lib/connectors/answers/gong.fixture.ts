import type { Answers } from "./answers.fixture";

export const gongAnswers: Answers = {
  source: "Gong's /v2 reference, https://help.gong.io/apidocs/introduction-2, 2026-11",
  accepted: {
    status: 200,
    json: { requestId: "r1", records: { totalRecords: 1 }, users: [{ id: "7", emailAddress: "one@example.com" }] },
  },
  refused: { status: 401, json: { requestId: "r1", errors: ["Unauthorized"] } },
  forbidden: { status: 403, json: { requestId: "r1", errors: ["Forbidden"] } },
};
