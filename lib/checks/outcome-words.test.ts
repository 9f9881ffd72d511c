import { expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { outcomeTable } from "./outcome-words";

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
