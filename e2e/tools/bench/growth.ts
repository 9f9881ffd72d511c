import { BARE, BARE_PATH, type BenchHome, startBenchHome } from "./bench-home";
import { newCredential } from "./credentials";
import type { Database } from "./databases";
import { runOnDatabase } from "./fill";
import { type Act, inRounds } from "./in-rounds";
import type { Part } from "./part";

const FEW = 100;
const WORKSPACES = 1000;

type Installation = { title: string; bench: BenchHome };

async function fill(database: Database, title: string, credentials: number, workspaces: number): Promise<Installation> {
  const bench = await startBenchHome(database);
  const env = { DATABASE_URL: "", ...bench.home.env };
  await bench.home.restart(() => runOnDatabase("fill-list.ts", [String(credentials), String(workspaces)], env));
  return { title, bench };
}

/** What is asked of an installation, and what of it is bare. */
function actsOf({ title, bench }: Installation): Act[] {
  const owner = bench.owner();
  const id = `measured-${String(FEW / 2).padStart(12, "0")}`;
  const acts: [string, () => Promise<unknown>][] = [
    [BARE, () => owner.get(BARE_PATH)],
    ["open one credential", () => owner.get(`/api/v1/credentials/${id}`)],
    ["a page of 50", () => owner.get("/api/v1/credentials")],
    ["search for a rare word", () => owner.get("/api/v1/credentials?q=needle")],
    ["search for a word in all", () => owner.get("/api/v1/credentials?q=sales")],
    ["by name and verified", () => owner.get("/api/v1/credentials?sort=name&status=VERIFIED")],
    ["unused for 90 days", () => owner.get("/api/v1/credentials?unused=1")],
    ["create, without a check", () => owner.post("/api/v1/credentials", newCredential())],
    ["first tiles", () => owner.get("/data-sources/new/clari-copilot")],
    ["first tiles of a type that few have", () => owner.get("/data-sources/new/gong")],
  ];
  return acts.map(([name, ask]) => ({ name: `${name}, ${title}`, ask, pid: bench.pid(), bare: `${BARE}, ${title}` }));
}

/** Whether requests take longer the more is stored: installations of three sizes beside each other, asked by turns. */
export const growth: Part = {
  name: "growth",
  title: "With more in it",
  onEach: true,
  measure: async (database, { rounds, times, many }) => {
    const installations: Installation[] = [];
    try {
      installations.push(await fill(database, `${FEW} credentials`, FEW, 1));
      installations.push(await fill(database, `${many.toLocaleString("en")} credentials`, many, 1));
      installations.push(await fill(database, `${WORKSPACES.toLocaleString("en")} workspaces`, FEW, WORKSPACES));
      const acts = installations.map(actsOf);
      // Those of one kind beside each other.
      const [first = []] = acts;
      const byKind = first.flatMap((_, index) => acts.flatMap((ofOne) => ofOne[index] ?? []));
      const figures = await inRounds(byKind, { rounds: Math.ceil(rounds / 3), times });
      return { figures: figures.filter(({ unit }) => unit === "ms") };
    } finally {
      for (const { bench } of installations) await bench.close();
    }
  },
};
