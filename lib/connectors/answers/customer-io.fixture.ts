import type { Answers } from "./answers.fixture";

export const customerIoAnswers: Answers = {
  source: "Customer.io API reference, 2026-08",
  accepted: { status: 200, json: { campaigns: [{ id: 1, name: "One" }] } },
  refused: { status: 401, json: { errors: [{ detail: "unauthorized", status: "401" }] } },
};
