import type { TrailFlaw, TrailVerdict, TrailVerdictDto } from "./audit-dto";

const flaws: Record<TrailFlaw, (seq: number) => string> = {
  missing: (seq) => `Event ${seq} is missing.`,
  changed: (seq) => `Event ${seq} was changed after it had been written.`,
  unlinked: (seq) => `Event ${seq} does not follow from the one before it: one of the two was changed.`,
  "cut-off": (seq) => `The trail ends before event ${seq}, and once went on: its end was cut off.`,
  added: (seq) => `Event ${seq} was put in without being chained to the others.`,
  rewritten: (seq) => `Event ${seq} is not the one that was noted: the trail was written anew.`,
};

/** A verdict in words, for the page and the command line. */
export function describeVerdict(verdict: TrailVerdict): TrailVerdictDto {
  if (verdict.intact) {
    const { events } = verdict;
    const count = events === 1 ? "The one event is" : `All ${events.toLocaleString("en")} events are`;
    return {
      ...verdict,
      title: "The trail holds.",
      message: events === 0 ? "There is no event yet." : `${count} as written, and none is missing.`,
    };
  }
  return {
    ...verdict,
    title: "The trail does not hold.",
    message: `${flaws[verdict.flaw](verdict.seq)} What comes before it is as written. Someone wrote to the database past Latchkey, or a backup was restored in part: compare with a backup or an earlier export.`,
  };
}
