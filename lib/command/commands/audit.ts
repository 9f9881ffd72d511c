import { open, rename, rm } from "node:fs/promises";
import { type Command, Option } from "commander";
import type { Host } from "../host";
import { bytesWriter } from "../host";
import { chunksOf } from "../session/chunks-of";
import { Client } from "../session/client";

type Options = {
  output?: string;
  format: string;
  from?: string;
  to?: string;
  person?: string;
  credential?: string;
  action?: string;
};

/** The file has its name once it is whole. */
async function save(body: AsyncIterable<Uint8Array>, file: string): Promise<void> {
  const unfinished = `${file}.latchkey.part`;
  const made = await open(unfinished, "w", 0o600);
  try {
    // Unlike write, it goes on until all of it is there.
    for await (const chunk of body) await made.writeFile(chunk);
    await made.close();
    await rename(unfinished, file);
  } catch (error) {
    await made.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function exportTrail(host: Host, { output, ...query }: Options): Promise<void> {
  const client = await Client.of(host);
  const response = await client.send("/audit/export", { query, headers: { accept: "*/*" }, signal: host.signal });
  const body = chunksOf(response);
  if (output && output !== "-") return save(body, output);
  const put = bytesWriter(host);
  for await (const chunk of body) await put(chunk);
}

/** `latchkey audit export`. */
export function addAuditCommands(program: Command, host: Host): void {
  program
    .command("audit")
    .description("the audit trail")
    .command("export")
    .description("every event, newest first; the export is itself an event")
    .option("-o, --output <file>", "write there")
    .addOption(new Option("--format <format>").choices(["csv", "json"]).default("csv"))
    .option("--from <day>", "only from this day on, such as 2026-11-01")
    .option("--to <day>", "only up to this day")
    .option("--person <id>", "only by one person")
    .option("--credential <id>", "only about one credential")
    .option("--action <action>", "only one kind")
    .action((options: Options) => exportTrail(host, options));
}
