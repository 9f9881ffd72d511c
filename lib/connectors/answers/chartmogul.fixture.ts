import type { Answers } from "./answers.fixture";

export const chartmogulAnswers: Answers = {
  source: "ChartMogul API reference, 2026-08",
  accepted: { status: 200, json: { name: "Acme", currency: "EUR" } },
  refused: { status: 401, json: { code: 401, message: "No valid API key provided" } },
  notHeld: { status: 200, json: { name: null, currency: "EUR" } },
};
