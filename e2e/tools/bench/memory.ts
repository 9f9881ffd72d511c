import { setTimeout as wait } from "node:timers/promises";
import { BARE_PATH, type BenchHome, startBenchHome } from "./bench-home";
import { create, createMany, newCredential } from "./credentials";
import type { Part } from "./part";
import { memoryMiB } from "./server-cost";

const CLIENTS = 4;
const CREDENTIALS = "/api/v1/credentials";
/** So many looks in a row within this share of each other, half a second apart: nothing moves any more. */
const LOOKS = 6;
const STEADY = 0.02;
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

/** Requests of every kind, a page among twenty of a program's, which is what the server sees least of. */
async function sendMixed({ owner, home, cookie }: BenchHome, count: number): Promise<void> {
  const asker = owner(CLIENTS);
  const [opened = ""] = await createMany(asker, 60);
  let sent = 0;
  const one = (kind: number, next: number): Promise<unknown> => {
    if (next % 20 === 0) return asker.get(next % 40 === 0 ? "/credentials" : "/data-sources/new/clari-copilot");
    if (kind < 3) return asker.get(`${CREDENTIALS}/${opened}`);
    if (kind < 5) return asker.get(CREDENTIALS);
    if (kind < 6) return asker.get(BARE_PATH);
    if (kind < 7) return asker.get("/api/v1/data-sources");
    if (kind < 8) return asker.post(CREDENTIALS, newCredential());
    return create(asker).then((id) => asker.post(`${CREDENTIALS}/${id}/delete`, {}));
  };
  const client = async () => {
    while (sent < count) {
      sent += 1;
      await one(sent % 9, sent);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  // One check: what asks the provider is loaded by then too.
  const values = home.clari.pair;
  await fetch(`${home.app.url}${CREDENTIALS}/verify`, {
    method: "POST",
    headers: { origin: home.app.url, cookie },
    body: JSON.stringify({ connectorId: "clari-copilot", values }),
  });
}

/** Resident memory of the process that serves, after its start and after much work. */
export const memory: Part = {
  name: "memory",
  title: "Memory of the server process",
  onEach: true,
  measure: async (database, { mixed }) => {
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
          { name: `${many}, 4 clients`, unit: "per second", rounds: [[mixed / seconds]] },
        ],
      };
    } finally {
      await bench.close();
    }
  },
};
