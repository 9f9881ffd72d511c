import { BARE_PATH, type BenchHome } from "./bench-home";
import { newCredential } from "./credentials";
import type { Measured } from "./figure";
import type { Scale } from "./part";
import { cpuMs } from "./server-cost";

const CLIENTS = 10;
const EACH = 12;
const BARE_AT_ONCE = `the bare route, ${CLIENTS} clients`;

/** How many a second the server answers where several clients ask as fast as they can, by turns of the two kinds. */
export async function measureSaves(bench: BenchHome, { rounds }: Scale): Promise<Measured["figures"]> {
  const owner = bench.owner(CLIENTS);
  const kinds = [
    { name: BARE_AT_ONCE, each: EACH * 4, ask: () => owner.get(BARE_PATH) },
    { name: `create, ${CLIENTS} clients`, each: EACH, ask: () => owner.post("/api/v1/credentials", newCredential()) },
  ].map((kind) => ({ ...kind, perSecond: [] as number[][], cpu: [] as number[][] }));
  const turns = Math.ceil(rounds / 3);
  for (let turn = -1; turn < turns; turn += 1) {
    for (const { each, ask, perSecond, cpu } of kinds) {
      const before = cpuMs(bench.pid());
      const from = performance.now();
      await Promise.all(
        Array.from({ length: CLIENTS }, async () => {
          for (let index = 0; index < each; index += 1) await ask();
        }),
      );
      const seconds = (performance.now() - from) / 1000;
      if (turn < 0) continue;
      perSecond.push([(CLIENTS * each) / seconds]);
      cpu.push([(cpuMs(bench.pid()) - before) / (CLIENTS * each)]);
    }
  }
  return kinds.flatMap(({ name, perSecond, cpu }) => [
    { name, unit: "per second" as const, rounds: perSecond, bare: BARE_AT_ONCE },
    { name, unit: "CPU ms" as const, rounds: cpu, bare: BARE_AT_ONCE },
  ]);
}
