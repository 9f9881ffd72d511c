import type { VerificationStatus } from "@/lib/checks/verification-dto";
import { Icon, type IconName } from "./icon";

const looks: Record<VerificationStatus, { word: string; icon: IconName; className: string }> = {
  VERIFIED: { word: "Verified", icon: "check", className: "bg-ok-soft text-ok" },
  UNVERIFIED: { word: "Unverified", icon: "question", className: "bg-warn-soft text-warn" },
  FAILED: { word: "Needs attention", icon: "alert", className: "bg-bad-soft text-bad" },
};

/** A status as icon, word and tone: readable without colour. */
export function StatusBadge({ status }: { status: VerificationStatus }) {
  const { word, icon, className } = looks[status];
  return (
    <span
      className={`inline-flex w-fit items-center gap-1 whitespace-nowrap rounded-full px-2 py-0.5 text-meta font-medium ${className}`}
    >
      <Icon className="size-3.5" name={icon} />
      {word}
    </span>
  );
}
