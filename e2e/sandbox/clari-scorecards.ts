import type { StoredCall } from "./clari-call";
import type { ClariUser } from "./clari-users";
import { seededRandom } from "./seeded-random";

type Question = { skill: string; label: string; order: string };
export type ClariScorecardTemplate = {
  id: string;
  customer_id: string;
  name: string;
  type: string;
  questions: Question[];
};
export type ClariScorecard = {
  id: string;
  type: string;
  rep: string;
  scorer: string;
  template_id: string;
  call_id: string;
  total_score: number;
  remark: string;
  questions_score: (Question & { score: number })[];
};
/** Clari filters by a time that it does not answer. */
export type StoredScorecard = { scorecard: ClariScorecard; time: number };

const TEMPLATES = {
  Discovery: ["Asked about the problem", "Found who decides", "Agreed on a next step"],
  Demo: ["Showed what was asked for", "Left room for questions", "Summed up"],
};
const REMARKS = ["Good pace.", "Let them finish next time.", "Clear next steps – well done.", ""] as const;

export function makeScorecardTemplates(seed: number): ClariScorecardTemplate[] {
  const random = seededRandom(seed + 23);
  const customer = random.hex(24);
  return Object.entries(TEMPLATES).map(([name, labels]) => ({
    id: random.hex(24),
    customer_id: customer,
    name,
    type: "MANUAL",
    questions: labels.map((label, index) => ({ skill: name, label, order: String(index + 1) })),
  }));
}

/** One for every third call that was held. */
export function makeScorecards(
  seed: number,
  calls: readonly StoredCall[],
  users: readonly ClariUser[],
  templates: readonly ClariScorecardTemplate[],
): StoredScorecard[] {
  const random = seededRandom(seed + 29);
  const managers = users.filter(({ role }) => role === "MANAGER");
  return calls
    .filter(({ call }) => call.metrics)
    .filter((_, index) => index % 3 === 0)
    .map(({ call, modified }) => {
      const [template] = random.some(templates, 1);
      const [scorer] = random.some(managers, 1);
      const questions = (template?.questions ?? []).map((question) => ({ ...question, score: random.integer(1, 5) }));
      const total = questions.reduce((sum, { score }) => sum + score, 0);
      return {
        time: modified + random.integer(1, 48) * 3_600_000,
        scorecard: {
          id: random.hex(24),
          type: template?.type ?? "MANUAL",
          rep: call.users[0]?.userId ?? "",
          scorer: scorer?.id ?? "",
          template_id: template?.id ?? "",
          call_id: call.id,
          total_score: total,
          remark: random.pick(REMARKS),
          questions_score: questions,
        },
      };
    });
}
