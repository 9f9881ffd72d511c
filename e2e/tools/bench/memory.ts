import { setTimeout as wait } from "node:timers/promises";
import { type BenchHome, startBenchHome } from "./bench-home";
import { createMany } from "./credentials";
import { EMBEDDED } from "./databases";
import { mixedClient } from "./mixed-load";
import type { Part } from "./part";
import { memoryMiB } from "./server-cost";

const CLIENTS = 4;
/** So many looks in a row within this share of each other, half a second apart: nothing moves any more. */
const LOOKS = 6;
const STEADY = 0.02;
/** What is in the process is the same but for the embedded database, so that fewer requests show as much. */
const SHARE_OF_OTHERS = 0.25;
const LONGEST = 40;

/** Resident memory once it stopped moving. */
async function settled(pid: number): Promise<number> {
  const seen: number[] = [];
  for (let look = 0; look < LONGEST; look += 1) {
    seen.push(memoryMiB(pid).now);
    const last = seen.slice(-LOOKS);
    if (last.length === LOOKS && Math.max(...last) / Math.min(...last) < 1 + STEADY) break;
    await wait(500);
  }
  return seen.at(-1) ?? Number.NaN;
}

async function sendMixed({ owner, home }: BenchHome, count: number): Promise<void> {
  const asker = owner(CLIENTS);
  await createMany(asker, 60);
  let sent = 0;
  const client = async () => {
    const ask = await mixedClient(asker, home.clari.pair);
    while (sent < count) {
      sent += 1;
      await ask(sent);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

/** Resident memory of the process that serves, after its start and after much work. */
export const memory: Part = {
  name: "memory",
  title: "Memory of the server process",
  onEach: true,
  measure: async (database, scale) => {
    const mixed = database === EMBEDDED ? scale.mixed : Math.ceil(scale.mixed * SHARE_OF_OTHERS);
    const bench = await startBenchHome(database);
    try {
      const before = await settled(bench.pid());
      const from = performance.now();
      await sendMixed(bench, mixed);
      const seconds = (performance.now() - from) / 1000;
      const after = await settled(bench.pid());
      const { peak } = memoryMiB(bench.pid());
      const many = `${mixed.toLocaleString("en")} requests of every kind`;
      return {
        figures: [
          { name: "settled after the start", unit: "MiB", rounds: [[before]] },
          { name: `settled after ${many}`, unit: "MiB", rounds: [[after]] },
          { name: "at the most", unit: "MiB", rounds: [[peak]] },
          { name: `${many}, ${CLIENTS} clients`, unit: "per second", rounds: [[mixed / seconds]] },
        ],
      };
    } finally {
      await bench.close();
    }
  },
};
