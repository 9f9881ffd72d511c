import type { Answers } from "./answers.fixture";

export const copperAnswers: Answers = {
  source: "NangoHQ/nango for the call; its keys are not in a page that was read, 2026-08",
  accepted: { status: 200, json: { id: 12, name: "Acme" } },
  refused: { status: 401, json: { message: "Unauthorized" } },
  notHeld: { status: 200, json: { id: null, name: "Acme" } },
};
