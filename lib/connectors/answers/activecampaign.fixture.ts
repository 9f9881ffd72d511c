import type { Answers } from "./answers.fixture";

export const activecampaignAnswers: Answers = {
  source: "NangoHQ/nango; what a wrong key and a wrong URL get is not in a page that was read, 2026-08",
  accepted: { status: 200, json: { user: { id: "7", email: "one@example.com" } } },
  refused: { status: 401, json: { message: "Unauthorized" } },
  notHeld: { status: 200, json: { user: { id: null } } },
};
