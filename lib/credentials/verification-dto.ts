/** What the values were found to be. `UNVERIFIED`: the provider could not be asked, so nothing is known. */
export type VerificationStatus = "VERIFIED" | "FAILED" | "UNVERIFIED";

/** What happened when the provider was asked. */
export type VerificationOutcome =
  | "accepted"
  | "refused"
  | "rate-limited"
  | "provider-error"
  | "timed-out"
  | "name-not-found"
  | "unreachable"
  | "insecure-connection"
  | "redirected"
  | "unexpected-answer";

/** The answer of a check, in words made here: nothing of the provider's own text is in it. */
export type VerificationResult = {
  status: VerificationStatus;
  outcome: VerificationOutcome;
  /** One sentence: what happened. */
  message: string;
  /** What usually causes it, most likely first. */
  causes: string[];
  /** What to do now; empty where there is nothing to do. */
  nextStep: string;
  /** Seconds to wait before asking again, where the provider said so. */
  retryAfterSeconds?: number;
  /** Safe to copy into a ticket: no value, no text of the provider. */
  diagnostic: { httpStatus?: number; code?: string; durationMs: number; checkedAt: string };
};
