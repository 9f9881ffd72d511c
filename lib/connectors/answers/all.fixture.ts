import type { Answers } from "./answers.fixture";
import { clariCopilotAnswers } from "./clari-copilot.fixture";
import { firefliesAnswers } from "./fireflies.fixture";
import { gongAnswers } from "./gong.fixture";

/** By the connector's id. */
export const answersOf: Readonly<Record<string, Answers>> = {
  "clari-copilot": clariCopilotAnswers,
  gong: gongAnswers,
  fireflies: firefliesAnswers,
};
