import type { Answers } from "./answers.fixture";

export const stripeAnswers: Answers = {
  source: "Stripe's API reference (lists) and restricted-api-keys, 2026-08",
  accepted: {
    status: 200,
    json: { object: "list", url: "/v1/customers", has_more: false, data: [{ id: "cus_1", object: "customer" }] },
  },
  refused: { status: 401, json: { error: { type: "invalid_request_error", message: "Invalid API Key provided" } } },
  // To a publishable key.
  alsoRefused: [{ status: 403, json: { error: { type: "invalid_request_error", code: "secret_key_required" } } }],
  forbidden: { status: 403, json: { error: { type: "invalid_request_error" } } },
  notHeld: { status: 200, json: { object: "search_result", url: "/v1/customers", data: [] } },
};
