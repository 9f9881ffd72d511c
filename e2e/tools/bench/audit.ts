import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runOnDatabase } from "./fill";
import type { Part } from "./part";

const WITHOUT = "a save, without the chain";

/** What the audit chain costs a save, and how fast a trail is verified: by the app's own modules, without a server. */
export const audit: Part = {
  name: "audit",
  title: "The audit chain",
  onEach: true,
  measure: async (database, { rounds }) => {
    const folder = await mkdtemp(path.join(tmpdir(), "latchkey-bench-"));
    try {
      const env = { ...(await database.fresh()), DATA_DIR: folder };
      const measured = JSON.parse(runOnDatabase("measure-audit.ts", [String(Math.ceil(rounds / 2))], env)) as {
        chained: number[][];
        unchained: number[][];
        insertMs: number;
        verifyMs: number;
        events: number;
      };
      const events = `${measured.events.toLocaleString("en")} events`;
      return {
        figures: [
          { name: WITHOUT, unit: "ms", rounds: measured.unchained, bare: WITHOUT },
          { name: "a save, with the chain", unit: "ms", rounds: measured.chained, bare: WITHOUT },
          { name: `inserting ${events}`, unit: "ms", rounds: [[measured.insertMs]] },
          { name: `verifying ${events}`, unit: "ms", rounds: [[measured.verifyMs]] },
        ],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
