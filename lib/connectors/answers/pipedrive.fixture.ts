import type { Answers } from "./answers.fixture";

export const pipedriveAnswers: Answers = {
  source: "client-nodejs and marketplace-getting-user-data, 2026-08",
  accepted: { status: 200, json: { success: true, data: { id: 7, company_id: 12, company_domain: "acme" } } },
  refused: { status: 401, json: { success: false, error: "unauthorized access" } },
  notHeld: { status: 200, json: { success: false, data: { company_id: 12 } } },
};
