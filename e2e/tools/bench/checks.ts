import { setTimeout as wait } from "node:timers/promises";
import { cookieOf } from "../../support/fixtures";
import { BARE, BARE_PATH, startBenchHome } from "./bench-home";
import type { Measured } from "./figure";
import { timed } from "./in-rounds";
import type { Part } from "./part";
import { memoryMiB } from "./server-cost";

const FAULTS = ["huge", "bomb", "hang"];
const PARALLEL = 20;
/** As many as may run at once in a process; a workspace has five of them. */
const WORKSPACES = 4;
type Pair = { apiKey: string; apiPassword: string };

/** What the server does while a provider misbehaves twenty times at once. */
export const checks: Part = {
  name: "checks",
  title: `${PARALLEL} checks at once of a provider that misbehaves`,
  onEach: false,
  measure: async (database) => {
    const bench = await startBenchHome(database);
    const { app, clari, signIn } = bench.home;
    const post = async (session: string, route: string, body: object) => {
      const headers = { origin: app.url, cookie: session, "content-type": "application/json" };
      const response = await fetch(`${app.url}/api/v1${route}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      return (await response.json()) as { outcome?: string; workspaceId?: string };
    };
    const sessions = [bench.cookie];
    const check = (values: Pair, session = bench.cookie) =>
      post(session, "/credentials/verify", { connectorId: "clari-copilot", values });
    try {
      for (let number = 2; number <= WORKSPACES; number += 1) {
        const page = await signIn();
        const other = await cookieOf(page);
        await page.close();
        await post(other, "/workspaces/active", await post(other, "/workspaces", { name: `Workspace ${number}` }));
        sessions.push(other);
      }
      const measured: Measured = { figures: [], notes: [] };
      for (const fault of FAULTS) {
        const before = memoryMiB(bench.pid()).now;
        const watched = { over: false, peak: before };
        const watching = watch(bench.owner(), bench.pid(), watched);
        const answers = await Promise.all(
          Array.from({ length: PARALLEL }, (_, index) =>
            check({ apiKey: `fault:${fault}`, apiPassword: `number-${index}` }, sessions[index % WORKSPACES]),
          ),
        );
        watched.over = true;
        const { bare, tiles } = await watching;
        measured.figures.push(
          { name: `${BARE}, beside "${fault}"`, unit: "ms", rounds: [bare] },
          { name: `the tiles, beside "${fault}"`, unit: "ms", rounds: [tiles] },
          { name: `more memory, beside "${fault}"`, unit: "MiB", rounds: [[watched.peak - before]] },
        );
        measured.notes?.push(`"${fault}", ${PARALLEL} checks at once: ${countOutcomes(answers)}.`);
        // An accepted check closes the circuit where the fault opened it.
        await wait(1000);
        await check(clari.pair);
      }
      return measured;
    } finally {
      await bench.close();
    }
  },
};

/** Asks every 50 ms for what others would, until it is over. */
async function watch(
  owner: { get(path: string): Promise<unknown> },
  pid: number,
  watched: { over: boolean; peak: number },
): Promise<{ bare: number[]; tiles: number[] }> {
  const bare: number[] = [];
  const tiles: number[] = [];
  while (!watched.over) {
    bare.push(await timed(() => owner.get(BARE_PATH)));
    tiles.push(await timed(() => owner.get("/data-sources/new/clari-copilot")));
    watched.peak = Math.max(watched.peak, memoryMiB(pid).now);
    await wait(50);
  }
  return { bare, tiles };
}

function countOutcomes(answers: { outcome?: string }[]): string {
  const counts = new Map<string, number>();
  for (const { outcome = "not asked" } of answers) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
}
