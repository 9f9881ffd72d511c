import type { Answers } from "./answers.fixture";

export const ashbyAnswers: Answers = {
  source: "developers.ashbyhq.com, authentication, 2026-10; NangoHQ/nango and simstudioai/sim, 2026-08",
  accepted: { status: 200, json: { success: true, results: { title: "Latchkey" } } },
  refused: { status: 401, json: { success: false, errors: ["invalid"] } },
  alsoRefused: [
    { status: 200, json: { success: false, errors: ["invalid"] } },
    { status: 403, json: { success: false, errors: ["invalid"] } },
  ],
  forbidden: { status: 403, json: { success: false, errors: ["missing_endpoint_permission"] } },
  notHeld: { status: 200, json: { success: false, results: {} } },
};
