import type { CheckOutcome } from "./use-check";

/** Whether *Try again* is there: the same can come to something else, now or after a wait. */
export function isRetryable(outcome: CheckOutcome | undefined): boolean {
  if (!outcome) return false;
  if ("error" in outcome) return outcome.error.code === "TOO_MANY_CHECKS";
  return "verification" in outcome && outcome.verification.status !== "VERIFIED" && outcome.verification.retryable;
}

/** What a button that was just pressed looks like: where its answer has the way on, that is the primary one. */
export const primaryUnless = (outcome: CheckOutcome | undefined) =>
  isRetryable(outcome) || (outcome && "duplicate" in outcome) ? "secondary" : "primary";
