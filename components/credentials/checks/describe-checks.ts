import type { CheckDto } from "@/lib/checks/verification-dto";

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
  unreadable: "couldn't be read",
  unanswered: "without an answer",
};

/** So many checks of one kind in a row. */
export type CheckRun = readonly [kind: CheckKind, count: number];

/** Checks as a strip shows them, oldest first: all that a list needs to know of them. */
export function checkRuns(checks: readonly Pick<CheckDto, "status" | "outcome">[]): CheckRun[] {
  const runs: [CheckKind, number][] = [];
  for (const check of checks.toReversed()) {
    const kind = kindOf(check);
    const last = runs.at(-1);
    if (last?.[0] === kind) last[1] += 1;
    else runs.push([kind, 1]);
  }
  return runs;
}

/** From so many checks on a strip says something: of fewer, a sentence says all of it. */
const STRIP_FROM = 8;

const countOf = (runs: readonly CheckRun[]) => runs.reduce((sum, [, count]) => sum + count, 0);

export const isStrip = (runs: readonly CheckRun[]): boolean => countOf(runs) >= STRIP_FROM;

/** A strip as one sentence: "Last 30 checks: 28 accepted, 2 refused". Empty where there was no check. */
export function describeRuns(runs: readonly CheckRun[]): string {
  const [first] = runs;
  if (!first) return "";
  const all = countOf(runs);
  if (all === 1) return `Last check: ${KIND_WORDS[first[0]]}`;
  const parts = Object.entries(KIND_WORDS).flatMap(([kind, words]) => {
    const count = countOf(runs.filter((run) => run[0] === kind));
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return `Last ${all} checks: ${parts.join(", ")}`;
}

export function describeChecks(checks: readonly CheckDto[]): string {
  return describeRuns(checkRuns(checks));
}
