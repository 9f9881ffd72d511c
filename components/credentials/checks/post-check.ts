import type { Answered } from "@/components/checks/post-question";
import type { VerificationResult } from "@/lib/checks/verification-dto";

/** The answer of a verification route, why it refused, or that the person stopped it. */
export type Posted = Answered<VerificationResult>;
