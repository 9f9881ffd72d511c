import { rm, stat } from "node:fs/promises";
import { type Command, Option } from "commander";
import { usage } from "../failure";
import { type Host, say } from "../host";
import type { Column, Schema } from "../output/columns";
import { showJson } from "../output/show";
import type { Encode } from "../reading/file-sink";
import { showProgress } from "../reading/progress";
import { readAll } from "../reading/read-all";
import type { Sink } from "../reading/sink";
import { Client, type Json } from "../session/client";
import { findSourceToRead } from "../session/find-named";

type Format = "ndjson" | "csv" | "parquet";
type Options = { output?: string; format?: Format; since?: string; restart?: boolean; json?: boolean };

const FORMATS: readonly Format[] = ["ndjson", "csv", "parquet"];

/** What the file's name says, where nothing else does. */
const formatOf = ({ format, output = "" }: Options): Format =>
  format ?? FORMATS.find((one) => output.endsWith(`.${one}`)) ?? "ndjson";

async function columnsOfSource(client: Client, source: Json): Promise<Column[]> {
  const { connectorId, endpointId } = source.connectorId ? source : await client.get(`/data-sources/${source.id}`);
  const connector = await client.get(`/connectors/${encodeURIComponent(connectorId)}`);
  const endpoint = connector.endpoints.find(({ id }: { id: string }) => id === endpointId);
  const { columnsOf } = await import("../output/columns");
  return columnsOf((endpoint?.schema ?? {}) as Schema);
}

const isRegular = async (file: string) =>
  stat(file).then(
    (found) => found.isFile(),
    () => true,
  );

type Target = {
  sink: Sink;
  /** How the read ended, where a run before this one has all its records. */
  ended?: Json;
  /** All is there, and was compared with what the server has. */
  finish: (ended: Json) => Promise<void>;
};

async function toFile(client: Client, source: Json, file: string, options: Options, host: Host): Promise<Target> {
  const { FileSink } = await import("../reading/file-sink");
  const { removeNote } = await import("../reading/note");
  const format = formatOf(options);
  const columns = format === "ndjson" ? undefined : await columnsOfSource(client, source);
  const asks = JSON.stringify({ url: client.url, source: source.id, since: options.since, format });
  const isAnew = options.restart === true;
  if (format !== "parquet" || !columns) {
    const encode: Encode | undefined = columns && (await import("../output/csv")).csvOf(columns);
    const sink = await FileSink.at(file, { asks, isAnew, ...(encode ? { encode } : {}) });
    return { sink, finish: () => removeNote(file) };
  }
  // Its end says where everything is: nothing can be appended to it. Records are gathered, and it is made of them.
  const lines = `${file}.latchkey.ndjson`;
  const sink = await FileSink.at(lines, { asks, isAnew, noted: file });
  const finish = async (ended: Json) => {
    await sink.keepEnded(ended);
    await (await import("../output/parquet")).writeParquet(lines, file, columns, host.signal);
    await removeNote(file);
    await rm(lines, { force: true });
  };
  return { sink, ended: sink.ended, finish };
}

async function toStream(client: Client, source: Json, options: Options, host: Host): Promise<Target> {
  const { StreamSink } = await import("../reading/stream-sink");
  const format = formatOf(options);
  if (format === "parquet") throw usage("A Parquet file needs a name: -o FILE.");
  const encode =
    format === "csv" ? (await import("../output/csv")).csvOf(await columnsOfSource(client, source)) : undefined;
  return { sink: new StreamSink(host, encode), finish: () => Promise.resolve() };
}

async function gather(host: Host, client: Client, target: Target, wanted: { sourceId: string; since?: string }) {
  const { sink, ended } = target;
  const { tick, clear } = showProgress(host, () => sink.records);
  try {
    return ended ?? (await readAll(host, client, sink, wanted, tick));
  } finally {
    clear();
    await sink.close();
  }
}

async function read(host: Host, name: string, options: Options): Promise<void> {
  const client = await Client.of(host);
  const { output, since, json } = options;
  if (json && !output) throw usage("--json says how the read ended, and needs -o FILE for the records.");
  const source = await findSourceToRead(client, name);
  const isFile = output !== undefined && output !== "-" && (await isRegular(output));
  if (output && output !== "-" && !isFile) throw usage(`${output} isn't a file. Leave out -o, and redirect to it.`);
  const target = isFile
    ? await toFile(client, source, output, options, host)
    : await toStream(client, source, options, host);
  const wanted = { sourceId: source.id as string, ...(since === undefined ? {} : { since }) };
  const ended = await gather(host, client, target, wanted);
  await target.finish(ended);
  if (json) await showJson(host, ended);
  else if (host.stderr.isTTY) {
    say(host, ended.sentence);
    if (ended.resume) say(host, `What changes from now on: --since ${ended.resume}`);
  }
}

/** `latchkey read SOURCE`. */
export function addReadCommand(program: Command, host: Host): void {
  program
    .command("read")
    .summary("read all of a data source's records")
    .description(
      "Reads all of a data source's records, one per line, each as its provider sent it.\n\nWith -o, run the same command again to resume a read that was cut, without gaps or repeats. While FILE.latchkey.json is there, FILE is incomplete.",
    )
    .argument("<source>", "its name or id")
    .option("-o, --output <file>", "write there, and resume where it was cut")
    .addOption(new Option("--format <format>", "by the file's name, otherwise ndjson").choices(FORMATS))
    .option("--since <time>", "only what changed since then: an earlier read's resume")
    .option("--restart", "start over, whatever is there")
    .option("--json", "say as JSON how the read ended; with -o")
    .addHelpText(
      "after",
      "\nExamples:\n  latchkey read Calls -o calls.ndjson\n  latchkey read Calls --format csv > calls.csv\n  latchkey read Calls -o changed.parquet --since 2026-11-30T04:00:00Z",
    )
    .action((name: string, options: Options) => read(host, name, options));
}
