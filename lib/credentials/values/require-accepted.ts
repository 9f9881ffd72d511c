import "server-only";
import { type Accepted, type AcceptedAs, readReceipt } from "@/lib/checks/receipt";
import type { VerificationResult } from "@/lib/checks/verification-dto";

/** What comes along with an act that a provider has to agree to. */
export type Proof = {
  /** Of the verification route. */
  receipt: string | undefined;
  /** Stops a check that is made here; nothing is done then. */
  signal: AbortSignal | undefined;
};

/** Values of a connector that cannot verify any are taken as they are, and stay unverified. */
export type AcceptedCheck = { check: { status: "VERIFIED" | "UNVERIFIED" } & AcceptedAs };

/**
 * What an act rests on was accepted by the provider: just now by a check whose receipt came along, or by one that is
 * made here. Where it was not, the answer of that check.
 * @param ask makes the check
 */
export async function requireAccepted(
  accepted: Accepted,
  { receipt, signal }: Proof,
  ask: () => Promise<VerificationResult>,
): Promise<AcceptedCheck | { verification: VerificationResult }> {
  const read = receipt && (await readReceipt(receipt, accepted));
  if (read) return { check: { status: "VERIFIED", ...read } };
  const verification = await ask();
  const { status, outcome, diagnostic, whose } = verification;
  // Stopped in the moment between the answer and the act: the person was told that nothing is done.
  if (signal?.aborted || status === "FAILED") return { verification };
  if (status === "UNVERIFIED" && outcome !== "not-verifiable") return { verification };
  return { check: { status, outcome, durationMs: diagnostic.durationMs, ...(whose ? { whose } : {}) } };
}
