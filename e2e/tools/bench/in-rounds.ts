import type { Measured } from "./figure";
import { cpuMs } from "./server-cost";

export type Act = {
  name: string;
  /** One request. */
  ask(): Promise<unknown>;
  /** What it needs and is not to be counted: for so many of them. */
  prepare?(times: number): Promise<unknown>;
  /** The process that serves it. */
  pid: number;
  /** The act of the same rounds to divide by. */
  bare: string;
};

const WARM_UPS = 8;
/** So many times as often as the others: its noise would be that of every ratio. */
const OF_THE_BARE = 5;

export const shuffled = <T>(values: T[]): T[] =>
  values
    .map((value) => ({ value, order: Math.random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value);

/**
 * Asks for everything in each round, in an order that is drawn: whatever else the machine does meets all of them alike.
 * Two figures of each act: the milliseconds of a request, and those that the server's threads ran for it.
 */
export async function inRounds(
  acts: Act[],
  { rounds, times }: { rounds: number; times: number },
): Promise<Measured["figures"]> {
  const waited = new Map<string, number[][]>(acts.map(({ name }) => [name, []]));
  const ran = new Map<string, number[][]>(acts.map(({ name }) => [name, []]));
  // Rounds before the first are for the compiler, and for what is loaded at its first use.
  for (let round = -WARM_UPS; round < rounds; round += 1) {
    for (const { name, ask, prepare, pid, bare } of shuffled(acts)) {
      const count = name === bare ? times * OF_THE_BARE : times;
      await prepare?.(count);
      const samples: number[] = [];
      const before = cpuMs(pid);
      for (let time = 0; time < count; time += 1) samples.push(await timed(ask));
      const cpu = (cpuMs(pid) - before) / count;
      if (round < 0) continue;
      waited.get(name)?.push(samples);
      ran.get(name)?.push([cpu]);
    }
  }
  return acts.flatMap(({ name, bare }) => [
    { name, unit: "ms" as const, rounds: waited.get(name) ?? [], bare },
    { name, unit: "CPU ms" as const, rounds: ran.get(name) ?? [], bare },
  ]);
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
