import type { Answered } from "@/components/checks/use-stoppable";
import type { VerificationResult } from "@/lib/checks/verification-dto";

/** The answer of a verification route, why it refused, or that the person stopped it. */
export type Posted = Answered<VerificationResult>;
