import type { Answers } from "./answers.fixture";

export const pendoAnswers: Answers = {
  source: "NangoHQ/nango; 403 without a key by apideck, 2026-11",
  accepted: { status: 200, json: [{ id: "p1", name: "Home" }] },
  refused: { status: 403, json: { error: "Forbidden" } },
  forbidden: { status: 403, json: { error: "Forbidden" } },
};
