import type { Command } from "commander";
import { EXIT, Failure, usage } from "../failure";
import { type Host, say, write } from "../host";
import { showDone, showJson, showParts, showTable } from "../output/show";
import { sliceEntries, sliceFields } from "../output/slice-fields";
import { Client, type Json } from "../session/client";
import { CREDENTIAL, findNamed, findSourceToRead, findToChange, SOURCE } from "../session/find-named";
import { confirm } from "../session/prompt";
import { parseParameters } from "./source-parameters";

type Options = { json?: boolean };
type CreateOptions = Options & { name: string; credential: string; endpoint: string; parameter?: string[] };
type EditOptions = Options & { name?: string; credential?: string; parameter?: string[] };

async function endpointOf(client: Client, connectorId: string, name: string): Promise<Json> {
  const { endpoints } = await client.get(`/connectors/${encodeURIComponent(connectorId)}`);
  const found = endpoints.find((one: Json) => one.id === name) ?? endpoints.find((one: Json) => one.label === name);
  if (found) return found;
  const known = endpoints.map(({ id }: Json) => id).join(", ");
  throw new Failure(EXIT.notFound, `There's no endpoint "${name}". Available: ${known}.`);
}

const showSource = (host: Host, source: Json) =>
  showParts(host, {
    id: source.id,
    name: source.name,
    connector: source.connectorId,
    endpoint: source.endpointId,
    credential: source.credential?.name,
    "its status": source.credential?.status,
    parameters: Object.keys(source.parameters ?? {}).length > 0 ? JSON.stringify(source.parameters) : undefined,
    "created by": source.createdByName,
    "created at": source.createdAt,
  });

async function list(host: Host, { json }: Options): Promise<void> {
  const client = await Client.of(host);
  const sources = await client.all("/data-sources");
  if (json) return showJson(host, sources);
  const rows = sources.map((one) => [one.id, one.name, one.endpointId, one.credential?.name, one.credential?.status]);
  await showTable(host, ["id", "name", "endpoint", "credential", "its status"], rows);
}

async function show(host: Host, name: string, { json }: Options): Promise<void> {
  const source = await findNamed(await Client.of(host), SOURCE, name);
  await (json ? showJson(host, source) : showSource(host, source));
}

async function create(host: Host, options: CreateOptions): Promise<void> {
  const client = await Client.of(host);
  const { id: credentialId, connectorId } = await findNamed(client, CREDENTIAL, options.credential);
  const endpoint = await endpointOf(client, connectorId, options.endpoint);
  const parameters = parseParameters(endpoint, options.parameter ?? []);
  const { name, json } = options;
  const body = { connectorId, credentialId, endpointId: endpoint.id, name, parameters };
  const source = await client.make("/data-sources", body);
  await (json ? showJson(host, source) : showSource(host, source));
}

async function edit(host: Host, named: string, options: EditOptions): Promise<void> {
  const client = await Client.of(host);
  const seen = await findToChange(client, SOURCE, named);
  const { id, connectorId, endpointId, parameters: before } = seen;
  const { name, credential, parameter, json } = options;
  const body: Record<string, unknown> = {};
  if (name !== undefined) body.name = name;
  if (credential !== undefined) body.credentialId = (await findNamed(client, CREDENTIAL, credential)).id;
  if (parameter) {
    const given = parseParameters(await endpointOf(client, connectorId, endpointId), parameter);
    body.parameters = { ...before, ...given };
  }
  if (Object.keys(body).length === 0) throw usage("Say what to change: --name, --credential or --parameter.");
  const source = await client.change(`/data-sources/${id}`, "PATCH", { seen, body });
  await (json ? showJson(host, source) : showSource(host, source));
}

/** Once looked at, a page is not gone on from. */
const PREVIEWED = 25;

/** The first records, one a line as they came, as `read` would have them. */
async function preview(host: Host, name: string): Promise<void> {
  const client = await Client.of(host);
  const { id } = await findSourceToRead(client, name);
  const text = await client.text(`/data-sources/${id}/records`, { query: { limit: String(PREVIEWED) } });
  const page = sliceFields(text);
  const records = sliceEntries(page.get("data") ?? "[]");
  for (const record of records.slice(0, PREVIEWED)) await write(host, `${record}\n`);
  const hasMore = records.length > PREVIEWED || page.get("next") !== "null";
  if (hasMore && host.stderr.isTTY) say(host, "There are more.");
}

async function remove(host: Host, name: string, { yes, json }: Options & { yes?: boolean }): Promise<void> {
  const client = await Client.of(host);
  const { id, name: called } = await findNamed(client, SOURCE, name);
  await confirm(host, `Delete the data source "${called}"?`, yes);
  await client.json(`/data-sources/${id}`, { method: "DELETE" });
  await showDone(host, json, `"${called}" is deleted.`, { id, name: called, deleted: true });
}

const gather = (one: string, before: string[] = []) => [...before, one];
const PARAMETER = "for the endpoint: id=value; repeat for more, or for a list";

/** `latchkey sources …`. */
export function addSourcesCommands(program: Command, host: Host): void {
  const sources = program.command("sources").description("create and change data sources");
  sources
    .command("list")
    .description("list the workspace's data sources")
    .option("--json", "as JSON")
    .action((options: Options) => list(host, options));
  sources
    .command("show")
    .description("show one")
    .argument("<source>", "its name or id")
    .option("--json", "as JSON")
    .action((name: string, options: Options) => show(host, name, options));
  sources
    .command("create")
    .description("create one that reads an endpoint with a credential")
    .requiredOption("--name <name>", "its name")
    .requiredOption("--credential <credential>", "name or id of the credential")
    .requiredOption("--endpoint <endpoint>", "one of the connector's: see latchkey connectors")
    .option("--parameter <id=value>", PARAMETER, gather)
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  latchkey sources create --name Calls --credential EMEA --endpoint calls")
    .action((options: CreateOptions) => create(host, options));
  sources
    .command("edit")
    .description("change its name, credential or parameters")
    .argument("<source>", "its name or id")
    .option("--name <name>", "its new name")
    .option("--credential <credential>", "name or id of another credential, verified first")
    .option("--parameter <id=value>", `${PARAMETER}; an empty value removes it`, gather)
    .option("--json", "as JSON")
    .action((name: string, options: EditOptions) => edit(host, name, options));
  sources
    .command("preview")
    .description("show the first records it reads, at most 25, one per line")
    .argument("<source>", "its name or id")
    .action((name: string) => preview(host, name));
  sources
    .command("delete")
    .description("delete one; the credential stays")
    .argument("<source>", "its name or id")
    .option("-y, --yes", "don't ask")
    .option("--json", "as JSON")
    .action((name: string, options: Options & { yes?: boolean }) => remove(host, name, options));
}
