import { Refusal } from "@/lib/platform/errors";
import type { ErrorCode } from "@/lib/platform/result-dto";
import type { VerificationResult } from "./verification-dto";

function codeOf({ status, outcome }: VerificationResult): ErrorCode {
  if (outcome === "unreadable") return "CREDENTIAL_UNREADABLE";
  return status === "FAILED" ? "VERIFICATION_REFUSED" : "VERIFICATION_INCONCLUSIVE";
}

/** As a route says it that an act was not done, because of what a check came to: with the whole answer beside it. */
export function refusedAnswer(verification: VerificationResult): { status: number; body: unknown } {
  const { dto, status } = new Refusal(codeOf(verification), verification.message);
  return { status, body: { error: { ...dto, verification } } };
}
