import type { ErrorCode } from "@/lib/platform/result-dto";
import type { VerificationResult } from "./verification-dto";

/** Why an act was not done, because of what a check came to. */
export function codeOfRefused({ status, outcome }: VerificationResult): ErrorCode {
  if (outcome === "unreadable") return "CREDENTIAL_UNREADABLE";
  return status === "FAILED" ? "VERIFICATION_REFUSED" : "VERIFICATION_INCONCLUSIVE";
}
