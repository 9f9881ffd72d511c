import type { Answers } from "./answers.fixture";

export const datadogAnswers: Answers = {
  source: "Datadog's v1 OpenAPI, authentication, 2026-08",
  accepted: { status: 200, json: { valid: true } },
  refused: { status: 403, json: { errors: ["Forbidden"] } },
  forbidden: { status: 403, json: { errors: ["Forbidden"] } },
  notHeld: { status: 200, json: { valid: false } },
};
