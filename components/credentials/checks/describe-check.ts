import type { CheckDto, CheckTrigger } from "@/lib/checks/verification-dto";

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
