import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { EXIT, Failure, usage } from "../failure";
import type { Host } from "../host";
import { showJson } from "../output/show";
import { Client, type Json } from "../session/client";
import { findConnection, parseUrl } from "../session/connection";
import { parseJson } from "../session/parse-json";
import { toCatalog } from "../tap/catalog";
import { runTap } from "../tap/run-tap";
import { findStreams } from "../tap/streams";

type Options = { config?: string; state?: string; catalog?: string; properties?: string; discover?: boolean };

/** A file of the runner's. */
async function readJson(file: string | undefined): Promise<Json> {
  if (file === undefined) return undefined;
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw usage(`${file} cannot be read: ${error.code}.`);
  });
  // A runner that has no state yet may hand over nothing.
  return text.trim() === "" ? undefined : parseJson(file, text);
}

async function clientOf(host: Host, config: Json): Promise<Client> {
  const known = await findConnection(host);
  const url = typeof config?.url === "string" ? parseUrl(host, config.url) : known.url;
  const token = config?.token ?? (url === known.url ? known.token : undefined);
  if (!url || typeof token !== "string")
    throw new Failure(EXIT.notAllowed, 'The file of --config needs {"url":"https://…","token":"lk_…"}.');
  return new Client(host, { url, token });
}

async function tap(host: Host, options: Options): Promise<void> {
  const config = await readJson(options.config);
  const client = await clientOf(host, config);
  if (options.discover) return showJson(host, toCatalog(await findStreams(client)));
  const catalog = await readJson(options.catalog ?? options.properties);
  const state = await readJson(options.state);
  const startDate: unknown = config?.start_date;
  await runTap(host, client, { catalog, state, startDate: typeof startDate === "string" ? startDate : undefined });
}

/** `latchkey tap`. */
export function addTapCommand(program: Command, host: Host): void {
  program
    .command("tap")
    .summary("act as a Singer tap: a stream for each data source")
    .description(
      'Speaks as a tap of Singer does, a stream for each data source that the token may read. The file of --config has "url" and "token", and "start_date" for what can be read from a time on.',
    )
    .option("-c, --config <file>", "address and token")
    .option("-s, --state <file>", "the state of the run before")
    .option("--catalog <file>", "which streams and fields; without it all")
    .option("-p, --properties <file>", "the same, by its older name")
    .option("-d, --discover", "print the catalogue")
    .action((options: Options) => tap(host, options));
}
