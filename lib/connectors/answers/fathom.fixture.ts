import type { Answers } from "./answers.fixture";

export const fathomAnswers: Answers = {
  source: "NangoHQ/nango and simstudioai/sim, 2026-08",
  accepted: { status: 200, json: { items: [{ name: "Sales" }], next_cursor: null } },
  refused: { status: 401, json: { message: "Unauthorized" } },
};
