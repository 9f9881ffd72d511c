import type { TrailFlaw, TrailVerdict, TrailVerdictDto } from "./audit-dto";

const flaws: Record<TrailFlaw, (seq: number) => string> = {
  missing: (seq) => `Event ${seq} is missing.`,
  changed: (seq) => `Someone changed event ${seq} after it was written.`,
  unlinked: (seq) => `Event ${seq} doesn't follow from the one before it: one of the two was changed.`,
  "cut-off": (seq) => `The trail ends before event ${seq}, but used to go on: its end was cut off.`,
  added: (seq) => `Event ${seq} was inserted without being chained to the others.`,
  rewritten: (seq) => `Event ${seq} isn't the one you noted: the trail was rewritten.`,
};

/** A verdict in words, for the page and the command line. */
export function describeVerdict(verdict: TrailVerdict): TrailVerdictDto {
  if (verdict.intact) {
    const { events } = verdict;
    const count = events === 1 ? "The one event is" : `All ${events.toLocaleString("en")} events are`;
    return {
      ...verdict,
      title: "Trail verified.",
      message: events === 0 ? "There are no events yet." : `${count} intact.`,
    };
  }
  return {
    ...verdict,
    title: "The trail isn't intact.",
    message: `${flaws[verdict.flaw](verdict.seq)} Everything before it is intact. Someone wrote to the database without Latchkey, or restored only part of a backup: compare with a backup or an earlier export.`,
  };
}
