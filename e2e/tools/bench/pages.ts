import { BARE, BARE_PATH, startBenchHome } from "./bench-home";
import { createMany } from "./credentials";
import { inRounds } from "./in-rounds";
import type { Part } from "./part";

/** As many as one page of either has. */
const ROWS = 50;
const PAGES = [
  ["Authenticate with 50 tiles", "/data-sources/new/clari-copilot"],
  ["Credentials with 50 rows", "/credentials"],
] as const;

/** What the two large pages cost the server, and what of them goes over the network. */
export const pages: Part = {
  name: "pages",
  title: "Pages",
  onEach: true,
  measure: async (database, { rounds, times }) => {
    const bench = await startBenchHome(database);
    try {
      const owner = bench.owner();
      await createMany(owner, ROWS);
      const asBrowser = { "accept-encoding": "gzip, deflate, br" };
      const acts = [[BARE, BARE_PATH] as const, ...PAGES].map(([name, path]) => {
        return { name, ask: () => owner.get(path, asBrowser), pid: bench.pid(), bare: BARE };
      });
      const figures = await inRounds(acts, { rounds, times });
      for (const [name, path] of PAGES) {
        const html = await owner.get(path);
        const shown = new Set(html.text().match(/Measured \d+/g)).size;
        if (shown !== ROWS) throw new Error(`${path} shows ${shown} credentials`);
        const sent = await owner.get(path, asBrowser);
        figures.push({ name: `${name}, HTML`, unit: "bytes", rounds: [[html.bytes]] });
        figures.push({ name: `${name}, as sent`, unit: "bytes", rounds: [[sent.bytes]] });
      }
      return { figures };
    } finally {
      await bench.close();
    }
  },
};
