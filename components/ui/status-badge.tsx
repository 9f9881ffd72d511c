import Link from "next/link";
import type { VerificationStatus } from "@/lib/checks/verification-dto";
import { Icon, type IconName } from "./icon";

const looks: Record<VerificationStatus, { word: string; icon: IconName; className: string }> = {
  VERIFIED: { word: "Verified", icon: "check", className: "bg-ok-soft text-ok" },
  UNVERIFIED: { word: "Unverified", icon: "question", className: "bg-warn-soft text-warn" },
  FAILED: { word: "Needs attention", icon: "alert", className: "bg-bad-soft text-bad" },
};

type StatusBadgeProps = {
  status: VerificationStatus;
  /** Where a status that needs attention is attended to. The others lead nowhere. */
  attendAt?: string | undefined;
};

/** A status as icon, word and tone: readable without colour. */
export function StatusBadge({ status, attendAt }: StatusBadgeProps) {
  const { word, icon, className } = looks[status];
  const badgeClass = `inline-flex w-fit items-center gap-1 whitespace-nowrap rounded-full px-2 py-0.5 text-meta font-medium ${className}`;
  const content = (
    <>
      <Icon className="size-3.5" name={icon} />
      {word}
    </>
  );
  if (status !== "FAILED" || !attendAt) return <span className={badgeClass}>{content}</span>;
  return (
    // Above what it lies on, which may be a target as a whole.
    <Link
      className={`${badgeClass} relative z-1 underline-offset-4 hover:underline`}
      href={attendAt}
      prefetch={false}
      title="Replace values"
    >
      {content}
      <span className="sr-only">: replace values</span>
    </Link>
  );
}
