import type { CheckTrigger, VerificationOutcome, VerificationStatus } from "@/lib/checks/verification-dto";

/** What is known of a stored credential before a check. */
export type Health = { status: VerificationStatus; refusedAt: Date | null; failedAt: Date | null };

/** What a check makes of it. `confirmSoon`: a first refusal, to be asked about again within minutes. */
export type NextHealth = Health & {
  notice?: "credential.failed" | "credential.unreadable" | "credential.recovered";
  confirmSoon: boolean;
};

/** Two refusals closer together than this are one and the same hiccup of a provider. */
const MIN_APART = 0.4;

type Checked = {
  status: VerificationStatus;
  /** The values did not open: nothing that a second look would find otherwise. */
  isUnreadable: boolean;
  /** That was so before. */
  wasUnreadable: boolean;
  trigger: CheckTrigger;
  at: Date;
  confirmMinutes: number;
};

/**
 * The state after a check. Values that the schedule finds refused once are asked about again before anyone is alarmed;
 * where a person asked, the answer stands in front of them and counts at once. An outage changes nothing.
 */
export function nextHealth(before: Health, checked: Checked): NextHealth {
  const { status, isUnreadable, wasUnreadable, trigger, at, confirmMinutes } = checked;
  if (status === "VERIFIED") {
    return {
      status: "VERIFIED",
      refusedAt: null,
      failedAt: null,
      confirmSoon: false,
      ...(before.failedAt === null ? {} : { notice: "credential.recovered" as const }),
    };
  }
  // They open again, and that is all that is known of them.
  if (status === "UNVERIFIED" && wasUnreadable) return { status, refusedAt: null, failedAt: null, confirmSoon: false };
  if (status === "UNVERIFIED" || before.status === "FAILED") return { ...before, confirmSoon: false };
  const refusedAt = before.refusedAt ?? at;
  const minutesApart = (at.getTime() - refusedAt.getTime()) / 60_000;
  const confirmed = before.refusedAt !== null && minutesApart >= confirmMinutes * MIN_APART;
  if (trigger === "schedule" && !confirmed && !isUnreadable) return { ...before, refusedAt, confirmSoon: true };
  const notice = isUnreadable ? "credential.unreadable" : "credential.failed";
  return { status: "FAILED", refusedAt, failedAt: at, confirmSoon: false, notice };
}

const NOT_TRIED: ReadonlySet<VerificationOutcome> = new Set<VerificationOutcome>([
  "paused",
  "held-back",
  "budget-used",
  "cancelled",
]);

/** Whether it was tried to look at the values at all: else there is nothing to write down. */
export function wasTried(outcome: VerificationOutcome): boolean {
  return !NOT_TRIED.has(outcome);
}
