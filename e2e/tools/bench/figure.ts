/** What is counted. Of "per second" more is better, of all others less. */
export type Unit = "ms" | "CPU ms" | "per second" | "bytes" | "requests" | "MiB";

/** One thing that was measured, round by round. */
export type Figure = {
  part: string;
  /** The database, or nothing where it makes no difference. */
  on: string;
  name: string;
  unit: Unit;
  /** The samples of each round. */
  rounds: number[][];
  /** The figure of the same part, database and unit that was measured in the same rounds, to divide by. */
  bare?: string;
};

/** What a part hands over: figures, and sentences about what is no figure. */
export type Measured = { figures: Omit<Figure, "part" | "on">[]; notes?: string[] };

export type Facts = {
  commit: string;
  at: string;
  node: string;
  processor: string;
  cores: number;
  memoryGiB: number;
  databases: string[];
  quick: boolean;
};

export type Run = { facts: Facts; figures: Figure[]; notes: string[] };

/** The figure that this one is divided by. */
export function bareOf(figure: Figure, figures: Figure[]): Figure | undefined {
  return figures.find(
    ({ part, on, name, unit }) =>
      part === figure.part && on === figure.on && unit === figure.unit && name === figure.bare,
  );
}
