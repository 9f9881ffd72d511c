import type { Answers } from "./answers.fixture";

export const smartleadAnswers: Answers = {
  source: "NangoHQ/nango and simstudioai/sim for the call; its keys are not in a page that was read, 2026-08",
  accepted: { status: 200, json: [{ id: 1, name: "Acme" }] },
  refused: { status: 401, json: { message: "Unauthorized" } },
};
