import type { VerificationResult } from "@/lib/checks/verification-dto";

export type Schedule = {
  /** Minutes between two checks; 0: never. */
  everyMinutes: number;
  /** Minutes until a first refusal is asked about again. */
  confirmMinutes: number;
};

const AFTER_OUTAGE_MINUTES = 15;
const LONGEST_RETRY_AFTER_MINUTES = 60;

/** Within a fifth more or less, so that what was saved together is not asked about together for ever. */
const jittered = (minutes: number, random: () => number) => minutes * (0.8 + random() * 0.4);

/** When a credential is to be checked next; null where the workspace wants no schedule, or there is nobody to ask. */
export function nextCheckAt(
  { everyMinutes, confirmMinutes }: Schedule,
  last: { confirmSoon: boolean } & Pick<VerificationResult, "status" | "retryAfterSeconds"> &
    Partial<Pick<VerificationResult, "outcome">>,
  now = Date.now(),
  random = Math.random,
): Date | null {
  // Nobody is asked: what was found does not change by itself.
  if (everyMinutes === 0 || last.outcome === "not-verifiable") return null;
  const asked = Math.min((last.retryAfterSeconds ?? 0) / 60, LONGEST_RETRY_AFTER_MINUTES);
  const usual = last.confirmSoon
    ? Math.min(confirmMinutes, everyMinutes)
    : last.status === "UNVERIFIED"
      ? Math.min(AFTER_OUTAGE_MINUTES, everyMinutes)
      : everyMinutes;
  return new Date(now + Math.max(jittered(usual, random), asked) * 60_000);
}
