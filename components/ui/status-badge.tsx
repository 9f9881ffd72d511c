import type { VerificationStatus } from "@/lib/checks/verification-dto";

const looks: Record<VerificationStatus, readonly [word: string, className: string]> = {
  VERIFIED: ["Verified", "badge badge-ok"],
  UNVERIFIED: ["Unverified", "badge badge-warn"],
  FAILED: ["Needs attention", "badge badge-bad"],
};

/** A status as icon, word and tone: readable without colour. */
export function StatusBadge({ status }: { status: VerificationStatus }) {
  const [word, className] = looks[status];
  return <span className={className}>{word}</span>;
}

/** The same in a list: what is as it should be says so quietly. */
export function QuietStatus({ status }: { status: VerificationStatus }) {
  return status === "VERIFIED" ? <span className="badge badge-quiet">Verified</span> : <StatusBadge status={status} />;
}
