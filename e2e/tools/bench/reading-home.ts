import { credentialBody, dataSourceBody, Person, tokenBody } from "../../support/people";
import { freePort } from "../../support/start-app";
import { type BenchHome, startBenchHome } from "./bench-home";
import type { Database } from "./databases";
import { type ReadingProvider, startReadingProvider } from "./reading-provider";

/** No pace and no share of a week: what is measured is Latchkey, and not its patience. */
const RAISED = { CLARI_COPILOT_PER_SECOND: "100000", CLARI_COPILOT_PER_WINDOW: "1000000000" };
export const LINES = "application/x-ndjson";

export type ReadingHome = {
  bench: BenchHome;
  provider: ReadingProvider;
  /** The provider's own address, and what it wants to be asked with. */
  calls: string;
  headers: Record<string, string>;
  /** The address of the data source's records. */
  records: string;
  /** Asks with a token, as a program of a data team does. */
  ask(address: string, init?: { accept?: string; signal?: AbortSignal }): Promise<Response>;
  close(): Promise<void>;
};

/** An installation with a data source that reads calls, beside a provider in a process of its own. */
export async function startReadingHome(database: Database, count: number): Promise<ReadingHome> {
  const provider = startReadingProvider();
  try {
    const { url, pair } = await provider.become({ generated: { count }, boundary: "exclusive" });
    const port = String(await freePort());
    const bench = await startBenchHome(database, { ...RAISED, PORT: port, CLARI_COPILOT_BASE_URL: url });
    const app = bench.home.app.url;
    const owner = new Person(app, bench.cookie, "");
    const { body: made } = await owner.post("/credentials", credentialBody(pair, "Read with"));
    const source = { ...dataSourceBody(made.id, "Read"), endpointId: "calls" };
    const { body } = await owner.post("/data-sources", source);
    const token: string = (await owner.post("/tokens", tokenBody("Reader"))).body.value;
    return {
      bench,
      provider,
      calls: `${url}/calls`,
      headers: { "x-api-key": pair.apiKey, "x-api-password": pair.apiPassword },
      records: `${app}/api/v1/data-sources/${body.id}/records`,
      ask: async (address, { accept = LINES, ...init } = {}) => {
        const response = await fetch(address, { ...init, headers: { authorization: `Bearer ${token}`, accept } });
        if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
        return response;
      },
      close: async () => {
        await bench.close();
        await provider.close();
      },
    };
  } catch (error) {
    await provider.close();
    throw error;
  }
}
