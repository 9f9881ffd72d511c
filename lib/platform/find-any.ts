const SLOTS = 4096;
const slotOf = (first: number, second: number) => ((first << 5) ^ second) & (SLOTS - 1);

/** Where in a text one of several stands, from a place on: of those that begin there the longest. */
export type FindAny = (text: string, from?: number) => { from: number; to: number } | undefined;

/**
 * Looks for all of them in one pass that leaps (Wu and Manber): two characters are looked at, and tell how far off the
 * nearest place is at which any can begin. Each has at least two characters.
 */
export function findAnyOf(wanted: readonly string[]): FindAny {
  if (wanted.length === 0) return () => undefined;
  const shortest = Math.min(...wanted.map(({ length }) => length));
  const leaps = new Uint16Array(SLOTS).fill(shortest - 1);
  for (const one of wanted) {
    for (let at = 1; at < shortest; at += 1) {
      const slot = slotOf(one.charCodeAt(at - 1), one.charCodeAt(at));
      leaps[slot] = Math.min(leaps[slot] ?? 0, shortest - 1 - at);
    }
  }
  const longestFirst = wanted.toSorted((a, b) => b.length - a.length);
  return (text, from = 0) => {
    for (let at = from + shortest - 1; at < text.length; ) {
      const leap = leaps[slotOf(text.charCodeAt(at - 1), text.charCodeAt(at))] ?? 0;
      if (leap === 0) {
        const start = at - shortest + 1;
        const found = longestFirst.find((one) => text.startsWith(one, start));
        if (found !== undefined) return { from: start, to: start + found.length };
      }
      at += leap || 1;
    }
    return undefined;
  };
}
