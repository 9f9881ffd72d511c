/** Letters in strokes, each in a box of 8 by 12, in relative steps from its upper left corner. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "m0 12 4-12 4 12m-6.7-4h5.4",
  B: "m0 0v12h4a3 3 0 0 0 0-6h-4m0-6h3.5a3 3 0 0 1 0 6",
  C: "m8 1.5a5 5 0 0 0-8 3v3a5 5 0 0 0 8 3",
  D: "m0 0v12h2a6 6 0 0 0 0-12z",
  E: "m8 0h-8v12h8m-8-6h6",
  F: "m8 0h-8v12m0-6h6",
  G: "m8 1.5a5 5 0 0 0-8 3v3a5 5 0 0 0 8 3v-4h-3",
  H: "m0 0v12m8-12v12m-8-6h8",
  I: "m4 0v12m-2.5-12h5m-5 12h5",
  J: "m8 0v8a4 4 0 0 1-8 0",
  K: "m0 0v12m8-12-8 7m3-2.5 5 7.5",
  L: "m0 0v12h8",
  M: "m0 12v-12l4 6 4-6v12",
  N: "m0 12v-12l8 12v-12",
  O: "m4 0a4 4 0 0 0-4 4v4a4 4 0 0 0 8 0v-4a4 4 0 0 0-4-4z",
  P: "m0 12v-12h4.5a3.5 3.5 0 0 1 0 7h-4.5",
  R: "m0 12v-12h4.5a3.5 3.5 0 0 1 0 7h-4.5m4 0 4 5",
  S: "m8 2a4 3 0 0 0-8 1c0 4 8 2 8 6a4 3 0 0 1-8 1",
  T: "m0 0h8m-4 0v12",
  V: "m0 0 4 12 4-12",
  X: "m0 0 8 12m0-12-8 12",
  Z: "m0 0h8l-8 12h8",
};

/** A mark of two letters, for a connector whose drawing nobody has made yet. */
export function monogram(letters: string): string {
  const [first = "", second = ""] = letters;
  return `M2 6${LETTERS[first] ?? ""}M14 6${LETTERS[second] ?? ""}`;
}
