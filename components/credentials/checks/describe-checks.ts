import type { CheckDto, CheckTrigger } from "@/lib/checks/verification-dto";

/** What a check counts as in a strip. */
export type CheckKind = "accepted" | "warned" | "refused" | "unreadable" | "unanswered";

export function kindOf({ status, outcome }: Pick<CheckDto, "status" | "outcome">): CheckKind {
  if (outcome === "accepted-with-warning") return "warned";
  if (outcome === "unreadable") return "unreadable";
  return status === "VERIFIED" ? "accepted" : status === "FAILED" ? "refused" : "unanswered";
}

/** Each kind in a word or two, in the order in which they are counted up. */
export const KIND_WORDS: Record<CheckKind, string> = {
  accepted: "accepted",
  warned: "accepted with a warning",
  refused: "refused",
  unreadable: "could not be read",
  unanswered: "without an answer",
};

/** A strip as one sentence: "Last 30 checks: 28 accepted, 2 refused". Empty where there was no check. */
export function describeChecks(checks: readonly CheckDto[]): string {
  const [only] = checks;
  if (!only) return "";
  if (checks.length === 1) return `Last check: ${KIND_WORDS[kindOf(only)]}`;
  const parts = Object.entries(KIND_WORDS).flatMap(([kind, words]) => {
    const count = checks.filter((check) => kindOf(check) === kind).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return `Last ${checks.length} checks: ${parts.join(", ")}`;
}

const TRIGGERS: Record<CheckTrigger, (by: string) => string> = {
  schedule: () => "Scheduled check",
  member: (by) => `${by}, by hand`,
  save: (by) => `${by}, on save`,
  replace: (by) => `${by}, with new values`,
  rollback: (by) => `${by}, to roll back`,
  move: (by) => `${by}, to move data sources`,
  "data-source": (by) => `${by}, for a data source`,
};

/** Who or what led to a check. */
export function triggeredBy({ trigger, by }: Pick<CheckDto, "trigger" | "by">): string {
  return TRIGGERS[trigger](by ?? "A former member");
}

/** Milliseconds as a person reads them. */
export function duration(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
