import type { VerificationResult } from "@/lib/checks/verification-dto";

/** Names the sentence of a check's answer, for the fields that it is about. */
export const SENTENCE_ID = "check-sentence";

const tones = { VERIFIED: "ok", FAILED: "bad", UNVERIFIED: "warn" } as const;

/** How an answer looks. */
export const toneOf = ({ status, outcome }: VerificationResult) =>
  outcome === "accepted-with-warning" || outcome === "may-not-read" ? "warn" : tones[status];
