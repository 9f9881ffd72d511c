import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import type { Browser, TestInfo } from "playwright/test";
import type { ClariSandbox, ClariSandboxOptions } from "../sandbox/clari-sandbox";
import { startClariSandbox } from "../sandbox/start-clari-sandbox";
import { TOKEN } from "./fixtures";
import { freshPostgres } from "./fresh-postgres";
import { credentialBody, dataSourceBody, ownerOf, type Person, tokenBody } from "./people";
import { scratchRoot } from "./scratch-root";
import { type App, freePort, startApp } from "./start-app";

const LINES = "application/x-ndjson";
/** What Clari never takes, and what its sandbox takes here: so that tests read as fast as the machine can. */
const UNLIMITED = { ratePerSecond: Number.POSITIVE_INFINITY, ratePerWeek: Number.POSITIVE_INFINITY };
export const RAISED = { CLARI_COPILOT_PER_SECOND: "100000", CLARI_COPILOT_PER_WINDOW: "1000000000" };

let made = 0;
const newName = (noun: string) => {
  made += 1;
  return `${noun} ${made}`;
};

/** An app of its own, whose Clari is another one for each test: at the same address, with the same pair. */
export class ReadingStage {
  clari: ClariSandbox;
  app: App;
  readonly env: Record<string, string>;
  readonly owner: Person;
  readonly token: string;
  readonly tokenId: string;
  private readonly credentialId: string;

  private constructor(
    parts: Pick<ReadingStage, "clari" | "app" | "env" | "owner" | "token" | "tokenId"> & { credentialId: string },
  ) {
    this.clari = parts.clari;
    this.app = parts.app;
    this.env = parts.env;
    this.owner = parts.owner;
    this.token = parts.token;
    this.tokenId = parts.tokenId;
    this.credentialId = parts.credentialId;
  }

  static async start(browser: Browser, { project }: TestInfo, settings: Record<string, string> = RAISED) {
    const clari = await startClariSandbox(UNLIMITED);
    const env: Record<string, string> = {
      PORT: String(await freePort()),
      DATA_DIR: await mkdtemp(path.join(scratchRoot(), "latchkey-reading-")),
      SETUP_TOKEN: TOKEN,
      CLARI_COPILOT_BASE_URL: clari.url,
      ...settings,
    };
    const adminUrl: unknown = project.metadata.databaseUrl;
    if (typeof adminUrl === "string") env.DATABASE_URL = await freshPostgres(adminUrl);
    const app = await startApp(env);
    const owner = await ownerOf(app.url, browser);
    const { body } = await owner.post("/credentials", credentialBody(clari.pair, "Pair"));
    const token = (await owner.post("/tokens", tokenBody(newName("Reader")))).body;
    return new ReadingStage({
      clari,
      app,
      env,
      owner,
      ...token,
      credentialId: body.id,
      token: token.value,
      tokenId: token.id,
    });
  }

  /** Another Clari in the place of this one, with the same pair. */
  async become(options: Partial<ClariSandboxOptions>): Promise<ClariSandbox> {
    const { pair, url } = this.clari;
    await this.clari.close();
    this.clari = await startClariSandbox({
      ...UNLIMITED,
      until: Date.now(),
      ...options,
      pair,
      port: Number(new URL(url).port),
    });
    return this.clari;
  }

  /** A data source that reads calls; the address of its records. */
  async source(parameters: object = {}, endpointId = "calls"): Promise<{ id: string; records: string }> {
    const { body } = await this.owner.post("/data-sources", {
      ...dataSourceBody(this.credentialId, newName("Source")),
      endpointId,
      parameters,
    });
    const { id } = body;
    return { id, records: `${this.app.url}/api/v1/data-sources/${id}/records` };
  }

  headers(more: Record<string, string> = {}): Record<string, string> {
    return { authorization: `Bearer ${this.token}`, ...more };
  }

  stream(records: string, init: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Response> {
    return fetch(records, { ...init, headers: this.headers({ accept: LINES, ...init.headers }) });
  }

  /** A read as its row says it. */
  async read(id: string | null, query = "") {
    const response = await fetch(`${this.app.url}/api/v1/reads/${id}${query}`, { headers: this.headers() });
    return response.json();
  }

  /** The server dies without a word, and is started again on the same data. */
  async crash(): Promise<void> {
    await this.app.kill();
    this.app = await startApp(this.env);
  }

  async end(): Promise<void> {
    await this.app.stop();
    await this.clari.close();
    await rm(this.env.DATA_DIR ?? "", { recursive: true, force: true });
  }
}

/** The lines of a stream as they come; the last one may be a part. Throws where the stream breaks. */
export async function* linesOf(response: Response): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") throw new Error("The stream ended in the middle of a line.");
}

/** All lines of a stream that ends well. */
export async function readLines(response: Response): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(response)) lines.push(line);
  return lines;
}
