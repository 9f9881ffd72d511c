import type { Command } from "commander";
import { type Host, say } from "../host";
import { showDone, showJson, showTable } from "../output/show";
import { Client } from "../session/client";
import { CREDENTIAL, findConnector, findNamed, findToChange } from "../session/find-named";
import { askValues, confirm } from "../session/prompt";
import { exitOf, requireAccepted, showCredential, showVerification, verificationOf } from "./credential-parts";
import { addMoveCommand } from "./move";

type Options = { json?: boolean };
type ListOptions = Options & { q?: string; connector?: string; status?: string; unused?: boolean };
type AddOptions = Options & {
  name: string;
  description?: string;
  rotateBy?: string;
  saveUnverified?: boolean;
  keepBoth?: boolean;
};

async function list(host: Host, { json, q, connector, status, unused }: ListOptions): Promise<void> {
  const client = await Client.of(host);
  const query = { q, connectorId: connector, status: status?.toUpperCase(), unused: unused ? "1" : undefined };
  const credentials = await client.all("/credentials", query);
  if (json) return showJson(host, credentials);
  const rows = credentials.map((one) => [one.id, one.name, one.connectorId, one.status, one.usedBy, one.ownerName]);
  await showTable(host, ["id", "name", "connector", "status", "used by", "owner"], rows);
}

async function show(host: Host, name: string, { json }: Options): Promise<void> {
  const client = await Client.of(host);
  const { id } = await findNamed(client, CREDENTIAL, name);
  const credential = await client.get(`/credentials/${id}`);
  await (json ? showJson(host, credential) : showCredential(host, credential));
}

async function add(host: Host, connectorName: string, options: AddOptions): Promise<void> {
  const client = await Client.of(host);
  const { name, description, rotateBy, saveUnverified, keepBoth, json } = options;
  const connector = await findConnector(client, connectorName);
  const values = await askValues(host, connector.authentication.fields);
  const credential = await client.make("/credentials", {
    connectorId: connector.id,
    name,
    description: description ?? "",
    values,
    ...(rotateBy === undefined ? {} : { rotateBy }),
    ...(saveUnverified ? { saveUnverified } : {}),
    ...(keepBoth ? { keepBoth } : {}),
  });
  await (json ? showJson(host, credential) : showCredential(host, credential));
}

async function verify(host: Host, name: string, { json }: Options): Promise<void> {
  const client = await Client.of(host);
  const { id } = await findNamed(client, CREDENTIAL, name);
  const verification = verificationOf(await client.json(`/credentials/${id}/verify`, { method: "POST", body: {} }));
  if (json) await showJson(host, verification);
  else if (exitOf(verification.status) === 0) await showVerification(host, verification);
  else for (const cause of verification.causes ?? []) say(host, `  - ${cause}`);
  requireAccepted(verification);
}

async function replace(host: Host, name: string, { json }: Options): Promise<void> {
  const client = await Client.of(host);
  const seen = await findToChange(client, CREDENTIAL, name);
  const { id, connectorId } = seen;
  const connector = await client.get(`/connectors/${encodeURIComponent(connectorId)}`);
  const values = await askValues(host, connector.authentication.fields);
  const replaced = await client.change(`/credentials/${id}/values`, "PUT", { seen, body: { values } });
  const credential = replaced?.id ? replaced : await client.get(`/credentials/${id}`);
  await (json ? showJson(host, credential) : showCredential(host, credential));
}

async function remove(host: Host, name: string, { yes, json }: Options & { yes?: boolean }): Promise<void> {
  const client = await Client.of(host);
  const { id, name: called } = await findNamed(client, CREDENTIAL, name);
  await confirm(host, `Delete the credential "${called}"?`, yes);
  await client.json(`/credentials/${id}`, { method: "DELETE" });
  const words = `"${called}" is deleted. It can be restored for a while.`;
  await showDone(host, json, words, { id, name: called, deleted: true });
}

/** `latchkey credentials …`. */
export function addCredentialsCommands(program: Command, host: Host): void {
  const credentials = program.command("credentials").description("keep, verify and replace credentials");
  credentials
    .command("list")
    .description("list the workspace's credentials")
    .option("--q <words>", "only those whose name or description has these parts of words")
    .option("--connector <id>", "only one connector's")
    .option("--status <status>", "only verified, failed or unverified ones")
    .option("--unused", "only those unused for a long time")
    .option("--json", "as JSON")
    .action((options: ListOptions) => list(host, options));
  credentials
    .command("show")
    .description("show one, without its values")
    .argument("<credential>", "its name or id")
    .option("--json", "as JSON")
    .action((name: string, options: Options) => show(host, name, options));
  credentials
    .command("add")
    .summary("verify values, and store them")
    .description("Asks for the values, or reads them from standard input as a JSON object; verifies and stores them.")
    .argument("<connector>", "its id or name")
    .requiredOption("--name <name>", "its name")
    .option("--description <text>", "what it's for")
    .option("--rotate-by <day>", "when to replace its values, such as 2027-03-03")
    .option("--save-unverified", "store it even if the provider can't be asked")
    .option("--keep-both", "store it even if the same values are already stored")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  latchkey credentials add clari-copilot --name EMEA < pair.json")
    .action((connector: string, options: AddOptions) => add(host, connector, options));
  credentials
    .command("verify")
    .description("verify the stored values")
    .argument("<credential>", "its name or id")
    .option("--json", "as JSON")
    .action((name: string, options: Options) => verify(host, name, options));
  credentials
    .command("replace")
    .summary("verify new values, and replace the old ones with them")
    .description("Asks for new values, or reads them from standard input as a JSON object.")
    .argument("<credential>", "its name or id")
    .option("--json", "as JSON")
    .action((name: string, options: Options) => replace(host, name, options));
  addMoveCommand(credentials, host);
  credentials
    .command("delete")
    .description("delete one that nothing uses")
    .argument("<credential>", "its name or id")
    .option("-y, --yes", "don't ask")
    .option("--json", "as JSON")
    .action((name: string, options: Options & { yes?: boolean }) => remove(host, name, options));
}
