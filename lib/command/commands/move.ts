import type { Command } from "commander";
import { EXIT, Failure } from "../failure";
import type { Host } from "../host";
import { showDone } from "../output/show";
import { Client, type Json } from "../session/client";
import { CREDENTIAL, findNamed } from "../session/find-named";

type Options = { to: string; source?: string[]; json?: boolean };

function chosen(sources: Json[], named: string[] | undefined): Json[] {
  if (!named) return sources;
  return named.map((name) => {
    const found = sources.filter((one) => one.id === name || one.name === name);
    if (found.length === 1) return found[0];
    throw new Failure(EXIT.notFound, `"${name}" doesn't use this credential.`);
  });
}

/** All of them, or none at each step: a thousand at a time, as the server lists them. */
async function move(host: Host, from: string, { to, source, json }: Options): Promise<void> {
  const client = await Client.of(host);
  const { id, name } = await findNamed(client, CREDENTIAL, from);
  const target = await findNamed(client, CREDENTIAL, to);
  let count = 0;
  for (;;) {
    const { sources } = await client.get(`/credentials/${id}/move`);
    const sourceIds = chosen(sources, source).map((one) => one.id);
    if (sourceIds.length === 0) break;
    await client.json(`/credentials/${id}/move`, { method: "POST", body: { targetId: target.id, sourceIds } });
    count += sourceIds.length;
    if (source) break;
  }
  const words = `Moved from "${name}" to "${target.name}": ${count}.`;
  await showDone(host, json, words, { from: { id, name }, to: { id: target.id, name: target.name }, moved: count });
}

const gather = (one: string, before: string[] = []) => [...before, one];

/** `latchkey credentials move`. */
export function addMoveCommand(credentials: Command, host: Host): void {
  credentials
    .command("move")
    .description("move data sources to another credential, verified first")
    .argument("<credential>", "the one they use")
    .requiredOption("--to <credential>", "the one to move to")
    .option("--source <source>", "only this data source; can be repeated", gather)
    .option("--json", "as JSON")
    .action((name: string, options: Options) => move(host, name, options));
}
