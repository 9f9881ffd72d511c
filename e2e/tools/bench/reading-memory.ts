import type { Measured } from "./figure";
import type { ReadingHome } from "./reading-home";
import { countLines } from "./reading-rates";
import { memoryMiB } from "./server-cost";

const LOOK_EVERY_MS = 50;
const FEW = 1000;

/** The most that the server process held while something was done. */
async function mostDuring(pid: number, work: () => Promise<unknown>): Promise<number> {
  let most = memoryMiB(pid).now;
  const looking = setInterval(() => {
    most = Math.max(most, memoryMiB(pid).now);
  }, LOOK_EVERY_MS);
  try {
    await work();
    return Math.max(most, memoryMiB(pid).now);
  } finally {
    clearInterval(looking);
  }
}

/** What a long read holds beyond a short one: in a server that read nothing before. */
export async function measureReadingMemory(home: ReadingHome, count: number): Promise<Measured["figures"]> {
  const { bench, provider } = home;
  const read = async (records: number) => {
    await provider.become({ generated: { count: records }, boundary: "exclusive" });
    return mostDuring(bench.pid(), () => countLines(home));
  };
  const few = await read(FEW);
  const many = await read(count);
  const title = (records: number) => `memory, at the most in ${records.toLocaleString("en")} records`;
  return [
    { name: title(FEW), unit: "MiB", rounds: [[few]] },
    { name: title(count), unit: "MiB", rounds: [[many]] },
    { name: "of that, more than in the few", unit: "MiB", rounds: [[many - few]] },
  ];
}
