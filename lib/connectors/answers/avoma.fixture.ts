import type { Answers } from "./answers.fixture";

export const avomaAnswers: Answers = {
  source: "NangoHQ/nango and two programs, 2026-08; the key results of users is not in a page that was read",
  accepted: { status: 200, json: { count: 1, next: null, results: [{ uuid: "u1" }] } },
  refused: { status: 401, json: { detail: "Invalid token." } },
};
