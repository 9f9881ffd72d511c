/** The largest number of requests in any sliding second, for moments in milliseconds; one exactly a second later is not in it. */
export function mostInASecond(requests: readonly { arrived: number }[]): number {
  const moments = requests.map(({ arrived }) => arrived).toSorted((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [index, moment] of moments.entries()) {
    while ((moments[first] ?? moment) <= moment - 1000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
