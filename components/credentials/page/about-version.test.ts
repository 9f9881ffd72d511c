import { expect, it } from "vitest";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { aboutVersion } from "./about-version";

const about = { connector: clariCopilot, number: 2, inUse: 3 };
const refused: VerificationResult = {
  status: "FAILED",
  outcome: "refused",
  message: "Clari Copilot didn't accept this pair.",
  causes: ["The two values are swapped."],
  nextStep: "Copy both values again.",
  retryable: false,
  fields: ["apiKey", "apiPassword"],
  checkedAt: "2026-11-30T00:00:00.000Z",
  diagnostic: { checkId: "1" },
} as unknown as VerificationResult;

it("a refused roll back speaks of versions, and gives no advice for typing", () => {
  const outcome = aboutVersion({ verification: refused }, about);
  expect(outcome).toMatchObject({
    verification: {
      message: "Clari Copilot no longer accepts version 2.",
      nextStep: "Version 3 stays in use. Other versions are untouched.",
    },
  });
  expect(JSON.stringify(outcome)).not.toMatch(/swapped|Copy both/);
});

it("leaves every other outcome as it is", () => {
  const unanswered = {
    verification: { ...refused, outcome: "unreachable", status: "UNVERIFIED" } as unknown as VerificationResult,
  };
  for (const outcome of [undefined, { stopped: true } as const, unanswered])
    expect(aboutVersion(outcome, about)).toBe(outcome);
});
