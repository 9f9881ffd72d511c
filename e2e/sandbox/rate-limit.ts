const DAY = 86_400_000;

/** When the week of this time started: Sunday 00:00 UTC. */
export function startOfWeek(time: number): number {
  const midnight = Math.floor(time / DAY) * DAY;
  return midnight - new Date(midnight).getUTCDay() * DAY;
}

/** Clari's two limits. The returned function counts one request, and names the limit that it went over, if any. */
export function rateLimit(limits: { perSecond: number; perWeek: number }, now: () => number = Date.now) {
  let recent: number[] = [];
  let week = startOfWeek(now());
  let thisWeek = 0;
  return (): "second" | "week" | undefined => {
    const time = now();
    if (startOfWeek(time) !== week) {
      week = startOfWeek(time);
      thisWeek = 0;
    }
    if (thisWeek >= limits.perWeek) return "week";
    // Without a limit nothing is kept: a fast reader would fill it.
    if (limits.perSecond === Number.POSITIVE_INFINITY) {
      thisWeek += 1;
      return undefined;
    }
    recent = recent.filter((at) => at > time - 1000);
    if (recent.length >= limits.perSecond) return "second";
    recent.push(time);
    thisWeek += 1;
    return undefined;
  };
}
