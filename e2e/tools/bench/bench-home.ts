import { cookieOf } from "../../support/fixtures";
import { type MeasuredHome, startMeasuredHome } from "../measured-home";
import { type Asker, askerOf } from "./asker";
import type { Database } from "./databases";

export type BenchHome = {
  home: MeasuredHome;
  /** The process that serves. */
  pid(): number;
  cookie: string;
  /** The owner, as a program; over so many connections. */
  owner(clients?: number): Asker;
  close(): Promise<void>;
};

/** The route that asks nothing of anybody: what Next and the server process cost by themselves. */
export const BARE = "the bare route";
export const BARE_PATH = "/api/health";

/** An installation on a database of its own, which does nothing by itself. */
export async function startBenchHome(database: Database, settings: Record<string, string> = {}): Promise<BenchHome> {
  const home = await startMeasuredHome({ ...(await database.fresh()), WORKER: "off", ...settings });
  const cookie = await cookieOf(home.page);
  // A page that is open would ask for things of its own.
  await home.page.goto("about:blank");
  const askers: Asker[] = [];
  return {
    home,
    pid: () => home.app.process.pid ?? 0,
    cookie,
    owner: (clients = 1) => {
      const asker = askerOf(home.app.url, cookie, { clients });
      askers.push(asker);
      return asker;
    },
    close: async () => {
      for (const asker of askers) await asker.close();
      await home.close();
    },
  };
}
