import { makeClock } from "./clock";
import { measure } from "./relative-words";

/** Milliseconds from now until these words are others; Infinity: they stay. */
export function untilOtherWords(at: number, now: number, coming: boolean): number {
  if (!coming) {
    const { unit, size, most, count } = measure(Math.max(now - at, 0));
    return ((unit === "second" ? most - 1 : count) + 0.5) * size - (now - at);
  }
  if (at <= now) return Number.POSITIVE_INFINITY;
  const { size, count, below } = measure(at - now);
  if (!below) return at - now - (count > 1 ? count - 0.5 : 0) * size;
  return at - now - Math.max((count - 0.5) * size, (below.most - 0.5) * below.size);
}

/** Calls `changed` when what `relativeWords` says of a moment is something else, until the returned function is called. */
export type Ticking = (at: number, coming: boolean, changed: () => void) => () => void;

/** Ticks for a whole page. */
export function makeTicking(): Ticking {
  const { watch } = makeClock();
  return (at, coming, changed) => watch((now) => untilOtherWords(at, now, coming), changed);
}
