import { expect, it } from "vitest";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { aboutStoredValues } from "./about-stored-values";
import type { CheckOutcome } from "./use-check";

const answered = (outcome: VerificationResult["outcome"]) =>
  ({
    verification: {
      outcome,
      causes: ["A cause."],
      nextStep: "Copy both values again.",
    } as unknown as VerificationResult,
  }) satisfies CheckOutcome;
const advice = (outcome: CheckOutcome | undefined) =>
  outcome && "verification" in outcome ? outcome.verification.nextStep : undefined;

it("stored values that were refused are replaced by who may, and others know whom to ask", () => {
  for (const outcome of ["refused", "incomplete"] as const) {
    expect(advice(aboutStoredValues(answered(outcome), { connector: clariCopilot, mayReplace: true }))).toBe(
      "Replace its values with what you copy from Clari Copilot now.",
    );
    expect(advice(aboutStoredValues(answered(outcome), { connector: clariCopilot, mayReplace: false }))).toBe(
      "Ask a workspace admin to replace its values.",
    );
  }
});

it("leaves every other outcome as it is", () => {
  for (const outcome of [undefined, { stopped: true } as const, answered("unreachable"), answered("unreadable")])
    expect(aboutStoredValues(outcome, { connector: clariCopilot, mayReplace: true })).toBe(outcome);
});
