import type { CheckTrigger, VerificationOutcome, VerificationStatus } from "@/lib/checks/verification-dto";

/** What is known of a stored credential before a check. */
export type Health = { status: VerificationStatus; refusedAt: Date | null; failedAt: Date | null };

/** What a check makes of it. `confirmSoon`: a first refusal, to be asked about again within minutes. */
export type NextHealth = Health & { notice?: "credential.failed" | "credential.recovered"; confirmSoon: boolean };

/** Two refusals closer together than this are one and the same hiccup of a provider. */
const MIN_APART = 0.4;

type Checked = { status: VerificationStatus; trigger: CheckTrigger; at: Date; confirmMinutes: number };

/**
 * The state after a check. Values that the schedule finds refused once are asked about again before anyone is alarmed;
 * where a person asked, the answer stands in front of them and counts at once. An outage changes nothing.
 */
export function nextHealth(before: Health, { status, trigger, at, confirmMinutes }: Checked): NextHealth {
  if (status === "VERIFIED") {
    return {
      status: "VERIFIED",
      refusedAt: null,
      failedAt: null,
      confirmSoon: false,
      ...(before.failedAt === null ? {} : { notice: "credential.recovered" as const }),
    };
  }
  if (status === "UNVERIFIED" || before.status === "FAILED") return { ...before, confirmSoon: false };
  const refusedAt = before.refusedAt ?? at;
  const minutesApart = (at.getTime() - refusedAt.getTime()) / 60_000;
  const confirmed = before.refusedAt !== null && minutesApart >= confirmMinutes * MIN_APART;
  if (trigger === "schedule" && !confirmed) return { ...before, refusedAt, confirmSoon: true };
  return { status: "FAILED", refusedAt, failedAt: at, confirmSoon: false, notice: "credential.failed" };
}

const NOT_ASKED: ReadonlySet<VerificationOutcome> = new Set<VerificationOutcome>([
  "paused",
  "held-back",
  "budget-used",
  "cancelled",
]);

/** Whether the values themselves were judged, and not only the way to the provider. */
export function wasAsked(outcome: VerificationOutcome): boolean {
  return !NOT_ASKED.has(outcome);
}
