import type { VerificationStatus } from "@/lib/checks/verification-dto";

type Health = {
  status: VerificationStatus;
  verifiedAt?: string;
  failedAt?: string;
  unreadable?: true;
};

const since = (words: string, time: string | undefined) => (time === undefined ? words : `${words} since ${time}`);

/** How a credential is, in words. */
export function healthWords({ status, verifiedAt, failedAt, unreadable }: Health): string {
  if (unreadable) return since("Needs attention: its stored values cannot be read", failedAt);
  if (status === "FAILED") return since("Needs attention: its provider does not accept it", failedAt);
  if (status === "UNVERIFIED") return "Unverified: its provider was not asked yet, or did not answer";
  return verifiedAt === undefined ? "Verified" : `Verified, last at ${verifiedAt}`;
}
