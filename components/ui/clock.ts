export type Clock = {
  /** Calls `changed` about when `untilChange` said, again and again, until the returned function is called. */
  watch: (untilChange: (now: number) => number, changed: () => void) => () => void;
};

/** A machine that slept did not count: what is far away is looked at again. */
const LONGEST_MS = 60 * 60 * 1000;
/** Timers may ring a moment too early. */
const SLACK_MS = 20;

/** One timer for all that shows how long ago something was. It rings when the first of them changes, and not while the page is hidden. */
export function makeClock(): Clock {
  const watched = new Map<() => void, (now: number) => number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ringsAt = Number.POSITIVE_INFINITY;

  const ringIn = (ms: number, now: number) => {
    clearTimeout(timer);
    ringsAt = now + Math.min(ms, LONGEST_MS);
    timer = setTimeout(ring, ringsAt - now + SLACK_MS);
  };
  const ring = () => {
    clearTimeout(timer);
    ringsAt = Number.POSITIVE_INFINITY;
    if (document.hidden || watched.size === 0) return;
    for (const changed of watched.keys()) changed();
    const now = Date.now();
    ringIn(Math.min(...[...watched.values()].map((untilChange) => untilChange(now))), now);
  };
  return {
    watch(untilChange, changed) {
      if (watched.size === 0) document.addEventListener("visibilitychange", ring);
      watched.set(changed, untilChange);
      const now = Date.now();
      const ms = untilChange(now);
      if (!document.hidden && now + ms < ringsAt) ringIn(ms, now);
      return () => {
        watched.delete(changed);
        if (watched.size > 0) return;
        document.removeEventListener("visibilitychange", ring);
        ring();
      };
    },
  };
}
