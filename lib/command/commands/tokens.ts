import type { Command } from "commander";
import { EXIT, Failure } from "../failure";
import type { Host } from "../host";
import { showDone, showJson, showTable } from "../output/show";
import { Client, type Json } from "../session/client";
import { confirm } from "../session/prompt";

type Options = { json?: boolean };

const sourcesOf = ({ sources }: Json) =>
  sources === "every" ? "every" : (sources?.listed ?? []).map(({ name }: Json) => name).join(", ");

async function list(host: Host, { json }: Options): Promise<void> {
  const tokens = await (await Client.of(host)).all("/tokens");
  if (json) return showJson(host, tokens);
  const rows = tokens.map((one) => [
    one.id,
    one.name,
    one.makerName,
    one.scopes?.join(" "),
    sourcesOf(one),
    one.expiresAt ?? "never",
    one.values?.[0]?.usedAt,
  ]);
  await showTable(host, ["id", "name", "created by", "scopes", "data sources", "ends", "last used"], rows);
}

async function revoke(host: Host, named: string, { yes, json }: Options & { yes?: boolean }): Promise<void> {
  const client = await Client.of(host);
  const found = (await client.all("/tokens")).filter(({ id, name }) => id === named || name === named);
  if (found.length !== 1) throw new Failure(EXIT.notFound, `Tokens called "${named}": ${found.length}. Use an id.`);
  const [{ id, name }] = found;
  await confirm(host, `Revoke the token "${name}"? Anything using it stops.`, yes);
  await client.json(`/tokens/${id}`, { method: "DELETE" });
  await showDone(host, json, `"${name}" is revoked.`, { id, name, revoked: true });
}

/** `latchkey tokens …`. */
export function addTokensCommands(program: Command, host: Host): void {
  const tokens = program.command("tokens").description("see and revoke tokens; people create them in the app");
  tokens
    .command("list")
    .description("list those you can see")
    .option("--json", "as JSON")
    .action((options: Options) => list(host, options));
  tokens
    .command("revoke")
    .description("end one at once")
    .argument("<token>", "its name or id")
    .option("-y, --yes", "don't ask")
    .option("--json", "as JSON")
    .action((name: string, options: Options & { yes?: boolean }) => revoke(host, name, options));
}
