import { ifMatch } from "../../support/people";
import { askerOf } from "./asker";
import { BARE, BARE_PATH, type BenchHome, startBenchHome } from "./bench-home";
import { createMany, newCredential } from "./credentials";
import type { Measured } from "./figure";
import { type Act, inRounds } from "./in-rounds";
import type { Part, Scale } from "./part";
import { measureSaves } from "./saves";
import { roundMedians } from "./statistics";
import { measureChecks } from "./verify-at-pace";

const CREDENTIALS = "/api/v1/credentials";
/** Refused once it is known who asks, and before anything else is looked up: the order has no such word. */
const REFUSED_PATH = `${CREDENTIALS}?sort=none`;
const KNOWN = "refused, with a session";
const STRANGER = "refused, without one";

/** What a program's requests cost. */
export const requests: Part = {
  name: "requests",
  title: "Requests",
  onEach: true,
  measure: async (database, scale) => {
    const bench = await startBenchHome(database);
    try {
      const single = await measureSingle(bench, scale);
      const together = [...(await measureSaves(bench, scale)), ...(await measureChecks(bench, scale))];
      return { figures: [...single, ...together] };
    } finally {
      await bench.close();
    }
  },
};

async function measureSingle(bench: BenchHome, { rounds, times }: Scale): Promise<Measured["figures"]> {
  const owner = bench.owner();
  const { url } = bench.home.app;
  const refused = askerOf(url, bench.cookie, { expected: 422 });
  const stranger = askerOf(url, "", { expected: 401 });
  const [opened = "", edited = ""] = await createMany(owner, 60);
  let doomed: string[] = [];
  let revision = 1;
  const edit = async () => {
    const body = { name: "Edited", description: `Edit of revision ${revision}` };
    const answer = await owner.patch(`${CREDENTIALS}/${edited}`, body, ifMatch(revision));
    ({ revision } = answer.json() as { revision: number });
  };
  const acts: Pick<Act, "name" | "ask" | "prepare">[] = [
    { name: BARE, ask: () => owner.get(BARE_PATH) },
    { name: KNOWN, ask: () => refused.get(REFUSED_PATH) },
    { name: STRANGER, ask: () => stranger.get(REFUSED_PATH) },
    { name: "open one credential", ask: () => owner.get(`${CREDENTIALS}/${opened}`) },
    { name: "a page of 50", ask: () => owner.get(CREDENTIALS) },
    { name: "edit", ask: edit },
    { name: "create, without a check", ask: () => owner.post(CREDENTIALS, newCredential()) },
    {
      name: "delete",
      prepare: async (count) => {
        doomed = await createMany(owner, count);
      },
      ask: () => owner.delete(`${CREDENTIALS}/${doomed.pop()}`),
    },
  ];
  const figures = await inRounds(
    acts.map((act) => ({ ...act, pid: bench.pid(), bare: BARE })),
    { rounds, times },
  );
  await Promise.all([refused.close(), stranger.close()]);
  return [...figures, ...whoAsks(figures)];
}

/** Session, person and membership are what tells the two refusals apart; a round's medians are subtracted. */
function whoAsks(figures: Measured["figures"]): Measured["figures"] {
  return (["ms", "CPU ms"] as const).map((unit) => {
    const rounds = (name: string) =>
      roundMedians(figures.find((one) => one.name === name && one.unit === unit)?.rounds ?? []);
    const without = rounds(STRANGER);
    const difference = rounds(KNOWN).map((value, index) => [value - (without[index] ?? Number.NaN)]);
    return { name: "finding out who asks", unit, rounds: difference, bare: BARE };
  });
}
