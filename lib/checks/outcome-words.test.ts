import { expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { outcomeTable } from "./outcome-words";
import type { VerificationOutcome } from "./verification-dto";

it.each([
  [undefined, "in a minute"],
  [1, "in 1 second"],
  [119, "in 119 seconds"],
  [120, "in 2 minutes"],
  [7200, "in 2 hours"],
  [3 * 86_400 + 1, "in 4 days"],
])("P6: a wait of %s seconds reads %j", (retryAfterSeconds, words) => {
  const judgement = {
    outcome: "budget-used" as const,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  expect(outcomeTable["budget-used"].words(clariCopilot, judgement).nextStep).toContain(`Try again ${words}.`);
});

it.each(Object.keys(outcomeTable) as VerificationOutcome[])(
  "%s advises nothing that only some places can do: stored values, a roll back or a data source cannot be saved without verifying",
  (outcome) => {
    for (const wait of [{}, { retryAfterSeconds: 7 }]) {
      const { nextStep } = outcomeTable[outcome].words(clariCopilot, { outcome, ...wait });
      expect(nextStep).not.toMatch(/\bsave\b/i);
    }
  },
);
