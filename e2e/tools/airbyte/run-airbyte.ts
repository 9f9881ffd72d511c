import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const RUNNER = "source-declarative-manifest";
const MOST_OUTPUT = 512 * 1024 * 1024;

/** The runner answers `spec` with its own; built connectors answer with the manifest's. */
const SPEC = `
import json, logging, sys, yaml
from airbyte_cdk.sources.declarative.concurrent_declarative_source import ConcurrentDeclarativeSource
manifest = yaml.safe_load(open(sys.argv[1]))
source = ConcurrentDeclarativeSource(catalog=None, config={"token": ""}, state=[], source_config=manifest)
print(json.dumps(source.spec(logging.getLogger()).connectionSpecification))
`;

type Message = {
  type: string;
  record?: { stream: string; data: Record<string, unknown> };
  state?: object;
  connectionStatus?: { status: string; message?: string };
  catalog?: { streams: Stream[] };
};
export type Stream = { name: string; json_schema: { properties: object }; source_defined_primary_key: string[][] };
type SyncMode = "full_refresh" | "incremental";

/** Airbyte's own runner of declarative manifests, of the package airbyte-cdk, as its platform runs it. */
export class Airbyte {
  constructor(
    private readonly folder: string,
    private readonly programs: string,
  ) {}

  /** @param programs the folder of the runner; empty where it is found by its name */
  static async find(folder: string, programs: string): Promise<Airbyte> {
    const airbyte = new Airbyte(folder, programs);
    await run(airbyte.runner, ["--help"]).catch(() => {
      throw new Error(`${RUNNER} is not installed: python3 -m venv X && X/bin/pip install airbyte-cdk, then -- X/bin`);
    });
    return airbyte;
  }

  private get runner(): string {
    return path.join(this.programs, RUNNER);
  }

  private get manifest(): string {
    return path.join(this.folder, "latchkey-airbyte.yaml");
  }

  private async ask(command: string, files: Record<string, unknown> = {}): Promise<Message[]> {
    const args = [command];
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, `${name}.json`);
      await writeFile(file, JSON.stringify(content));
      args.push(`--${name}`, file);
    }
    args.push("--manifest-path", this.manifest);
    const { stdout } = await run(this.runner, args, { maxBuffer: MOST_OUTPUT });
    return stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Message);
  }

  async spec(): Promise<{ required: string[]; properties: object }> {
    const { stdout } = await run(path.join(this.programs, "python3"), ["-c", SPEC, this.manifest]);
    return JSON.parse(stdout);
  }

  async check(config: object) {
    return (await this.ask("check", { config })).find(({ type }) => type === "CONNECTION_STATUS")?.connectionStatus;
  }

  async discover(config: object): Promise<Stream> {
    const found = (await this.ask("discover", { config })).find(({ type }) => type === "CATALOG");
    const stream = found?.catalog?.streams[0];
    if (!stream) throw new Error("Airbyte found no stream.");
    return stream;
  }

  /** @returns the records as lines of JSON, and the last state */
  async read(config: object, stream: Stream, mode: SyncMode, state?: object) {
    const configured = { stream, sync_mode: mode, destination_sync_mode: "append" };
    const messages = await this.ask("read", {
      config,
      catalog: { streams: [configured] },
      ...(state ? { state: [state] } : {}),
    });
    return {
      records: messages.flatMap(({ record }) => (record ? [record.data] : [])),
      state: messages.findLast(({ type }) => type === "STATE")?.state,
    };
  }
}
