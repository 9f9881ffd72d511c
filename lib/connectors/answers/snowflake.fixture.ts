import type { Answers } from "./answers.fixture";

export const snowflakeAnswers: Answers = {
  source: "simstudioai/sim, 2026-08; the shape of a result by the SQL API's reference",
  accepted: {
    status: 200,
    json: { resultSetMetaData: { numRows: 1 }, data: [["ADA", "ACME"]], statementHandle: "s1" },
  },
  refused: { status: 401, json: {} },
  forbidden: { status: 403, json: { message: "Forbidden" } },
  noTenant: { status: 404, json: {} },
  notHeld: { status: 200, json: { resultSetMetaData: { numRows: 0 }, data: null } },
};
