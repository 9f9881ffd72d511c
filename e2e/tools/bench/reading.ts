import type { Part } from "./part";
import { readThroughDeaths, readThroughFaults } from "./reading-exactness";
import { startReadingHome } from "./reading-home";
import { measureReadingMemory } from "./reading-memory";
import { measureRates } from "./reading-rates";

/** A million takes minutes: rounds and exactness show as much with fewer. */
const MOST = 50_000;
const DEATHS = 10;
const DEATHS_OF_FEW = 2;

/** Records through Latchkey, beside a program that asks the provider itself. */
export const reading: Part = {
  name: "reading",
  title: "Reading",
  onEach: true,
  measure: async (database, { records, rounds }) => {
    const count = Math.min(records, MOST);
    const home = await startReadingHome(database, count);
    try {
      // Before all else: what a process once held it does not give back.
      const memory = await measureReadingMemory(home, records);
      await home.provider.become({ generated: { count }, boundary: "exclusive" });
      const rates = await measureRates(home, count, Math.ceil(rounds / 3));
      const on = `Reading, ${database.name}:`;
      const notes = [
        await readThroughFaults(home, count),
        await readThroughDeaths(home, count, count < MOST ? DEATHS_OF_FEW : DEATHS),
      ];
      return { figures: [...rates, ...memory], notes: notes.map((note) => `${on} ${note}`) };
    } finally {
      await home.close();
    }
  },
};
