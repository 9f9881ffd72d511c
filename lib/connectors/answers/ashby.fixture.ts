import type { Answers } from "./answers.fixture";

export const ashbyAnswers: Answers = {
  source: "NangoHQ/nango and simstudioai/sim, 2026-08",
  accepted: { status: 200, json: { success: true, results: { title: "Latchkey" } } },
  refused: { status: 401, json: { success: false, errors: ["invalid"] } },
  alsoRefused: [{ status: 200, json: { success: false, errors: ["invalid"] } }],
  notHeld: { status: 200, json: { success: false, results: {} } },
};
