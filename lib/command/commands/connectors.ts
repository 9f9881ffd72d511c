import type { Command } from "commander";
import type { Host } from "../host";
import { write } from "../host";
import { showJson, showTable } from "../output/show";
import { Client, type Json } from "../session/client";
import { findConnector } from "../session/find-named";

type Options = { json?: boolean };

async function listConnectors(host: Host, { json }: Options): Promise<void> {
  const client = await Client.of(host);
  const connectors = await client.all("/connectors");
  if (json) return showJson(host, connectors);
  const rows = connectors.map(({ id, name, description }) => [id, name, description]);
  await showTable(host, ["id", "name", "what it has"], rows);
}

async function showConnector(host: Host, name: string, { json }: Options): Promise<void> {
  const connector = await findConnector(await Client.of(host), name);
  if (json) return showJson(host, connector);
  await write(host, `${connector.name}: ${connector.description}\n\n`);
  const fields = connector.authentication.fields.map(({ id, label, secret }: Json) => [
    id,
    label,
    secret ? "hidden" : "shown",
  ]);
  await showTable(host, ["field", "label", "typed"], fields);
  await write(host, "\n");
  const endpoints = connector.endpoints.map(({ id, label, changed }: Json) => [id, label, changed ? "yes" : "no"]);
  await showTable(host, ["endpoint", "name", "since"], endpoints);
  const parameters = connector.endpoints.flatMap(({ id, parameters: all = [] }: Json) =>
    all.map((one: Json) => [id, one.id, one.kind, one.required ? "yes" : "no", one.label]),
  );
  if (parameters.length === 0) return;
  await write(host, "\n");
  await showTable(host, ["of endpoint", "parameter", "kind", "required", "label"], parameters);
}

/** `latchkey connectors`. */
export function addConnectorsCommand(program: Command, host: Host): void {
  program
    .command("connectors")
    .description("list data source types; with one, its fields, endpoints and parameters")
    .argument("[connector]", "its id or name")
    .option("--json", "as JSON")
    .action((name: string | undefined, options: Options) =>
      name === undefined ? listConnectors(host, options) : showConnector(host, name, options),
    );
}
