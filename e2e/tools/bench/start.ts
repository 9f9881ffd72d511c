import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Part } from "./part";
import { type Started, startBareApp, startLatchkey } from "./time-start";

const BARE_START = "the bare Next app";

/** From the start of a built app to its first good answer: the first one ever, a later one, and the bare app's. */
export const start: Part = {
  name: "start",
  title: "Start to ready",
  onEach: true,
  measure: async (database, { starts }) => {
    const folders: string[] = [];
    let env: Record<string, string> = {};
    const newInstallation = async () => {
      const folder = await mkdtemp(path.join(tmpdir(), "latchkey-bench-"));
      folders.push(folder);
      env = { ...(await database.fresh()), DATA_DIR: folder, WORKER: "off" };
    };
    const kinds: { name: string; prepare?: () => Promise<void>; begin: () => Promise<Started> }[] = [
      { name: BARE_START, begin: startBareApp },
      { name: "the first start", prepare: newInstallation, begin: () => startLatchkey(env) },
      { name: "a later start", begin: () => startLatchkey(env) },
    ];
    const rounds = new Map<string, number[][]>(kinds.map(({ name }) => [name, []]));
    try {
      // The first round is for the files, which the system then holds in memory.
      for (let round = -1; round < starts; round += 1) {
        for (const { name, prepare, begin } of kinds) {
          await prepare?.();
          const one = await begin();
          await one.stop();
          if (round >= 0) rounds.get(name)?.push([one.ms]);
        }
      }
    } finally {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    }
    return {
      figures: kinds.map(({ name }) => ({ name, unit: "ms", rounds: rounds.get(name) ?? [], bare: BARE_START })),
    };
  },
};
