/** The first number from `from` to `to` that is not before what is looked for: `isBefore` holds up to it, and never behind. */
export function lowerBound(from: number, to: number, isBefore: (number: number) => boolean): number {
  let [low, high] = [from, Math.max(from, to)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
