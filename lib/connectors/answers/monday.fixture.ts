import type { Answers } from "./answers.fixture";

export const mondayAnswers: Answers = {
  source: "simstudioai/sim, 2026-08",
  accepted: { status: 200, json: { data: { me: { id: "7" }, account: { id: "12", slug: "acme" } } } },
  refused: { status: 401, json: { errors: ["Not Authenticated"] } },
};
