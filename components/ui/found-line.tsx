import { countedInFigures, countedUpTo } from "@/lib/platform/counted-dto";

type FoundLineProps = {
  /** What is listed: "credential". */
  noun: string;
  /** Whether the list is narrowed down at all. */
  isNarrowed: boolean;
  /** How many are on this page. */
  shown: number;
  /** Whether it is not the first one, or not the last. */
  hasBefore: boolean;
  hasMore: boolean;
  /** How many there are in all, where that is known, counted up to one more than `most`. */
  found: number | undefined;
  most: number;
};

function textOf({ noun, isNarrowed, shown, hasBefore, hasMore, found, most }: FoundLineProps): string {
  if (hasBefore) return shown === 0 ? "There's nothing on this page any more." : "";
  if (!isNarrowed) return "";
  if (shown === 0) return `No ${noun}s match.`;
  const total = hasMore ? found : shown;
  if (total === undefined) return `More than ${shown} ${noun}s match.`;
  if (total > most) return `${countedUpTo(most, total)} ${noun}s match.`;
  return `${countedInFigures(total, `${noun} matches`, `${noun}s match`)}.`;
}

/** What a search or a filter found, read out as it changes. */
export function FoundLine(props: FoundLineProps) {
  return (
    <p className="text-muted tabular-nums empty:absolute" role="status">
      {textOf(props)}
    </p>
  );
}
