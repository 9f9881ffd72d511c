/**
 * The test of Mann and Whitney: whether one of two samples tends to have the larger values, whatever their shape. z is
 * its statistic in the normal approximation, p the chance of one as far from 0 where nothing tells them apart.
 */
export function rankTest(a: number[], b: number[]): { z: number; p: number } {
  let wins = 0;
  for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0;
  const deviation = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  const z = (wins - (a.length * b.length) / 2) / deviation;
  return { z, p: 2 * (1 - normal(Math.abs(z))) };
}

/** The normal distribution up to z (Abramowitz and Stegun 26.2.17, to 7 places). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail = series.reduce((sum, factor, index) => sum + factor * t ** (index + 1), 0);
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
