/** The value below which such a share of all lies, between two neighbours where it falls between them. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place % 1);
}

export const median = (values: number[]): number => quantile(values, 0.5);

/** One value a round, which a single pause of the machine does not move. */
export const roundMedians = (rounds: number[][]): number[] => rounds.map(median);

/** Each round against the bare one of the same round: what slowed the machine down slowed both. */
export function ratios(rounds: number[][], bare: number[][]): number[] {
  const below = roundMedians(bare);
  return roundMedians(rounds).map((value, index) => value / (below[index] ?? Number.NaN));
}
