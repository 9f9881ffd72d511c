import type { Answers } from "./answers.fixture";

export const klaviyoAnswers: Answers = {
  source: "klaviyo/openapi 2026-07-15; 403 by trufflehog",
  accepted: {
    status: 200,
    json: { data: [{ type: "account", id: "AbC1" }], links: { self: "https://a.klaviyo.com/api/accounts" } },
  },
  refused: { status: 401, json: { errors: [{ status: 401, code: "not_authenticated" }] } },
  forbidden: { status: 403, json: { errors: [{ status: 403, code: "permission_denied" }] } },
  notHeld: { status: 200, json: { data: [], links: null } },
};
