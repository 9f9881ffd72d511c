import { setTimeout as sleep } from "node:timers/promises";
import { type Command, InvalidArgumentError } from "commander";
import { EXIT, Failure, isFailure } from "../failure";
import { type Host, say } from "../host";
import { Client } from "../session/client";
import { CREDENTIAL, findNamed } from "../session/find-named";
import { exitOf } from "./credential-parts";

type Options = { timeout: number; every: number };

/** A credential as it was last seen: known by its name alone until the server answers. */
type Seen = { name: string; id?: string; status?: string };

/** What one look takes at the least, however short the wait is, in seconds. */
const LOOK_S = 5;

async function look(client: Client, seen: Seen, late: AbortSignal): Promise<Seen> {
  try {
    return await (seen.id ? client.get(`/credentials/${seen.id}`) : findNamed(client, CREDENTIAL, seen.name));
  } catch (error) {
    // It may be on its way up: it is asked again, unless it takes the request and says nothing until the wait is over.
    if (late.aborted || (isFailure(error) && error.exitCode === EXIT.later)) return seen;
    throw error;
  }
}

/** What is not verified now. */
async function unhealthy(client: Client, credentials: readonly Seen[], late: AbortSignal): Promise<Seen[]> {
  const now = await Promise.all(credentials.map((one) => look(client, one, late)));
  return now.filter(({ status }) => status !== "VERIFIED");
}

async function wait(host: Host, names: readonly string[], { timeout, every }: Options): Promise<void> {
  const late = AbortSignal.timeout(Math.max(timeout, LOOK_S) * 1000);
  const client = await Client.of({ ...host, signal: AbortSignal.any([host.signal, late]) });
  const latest = performance.now() + timeout * 1000;
  let left: Seen[] = names.map((name) => ({ name }));
  for (;;) {
    left = await unhealthy(client, left, late);
    host.signal.throwIfAborted();
    if (left.length === 0) return;
    const remaining = latest - performance.now();
    if (remaining <= 0) break;
    await sleep(Math.min(every * 1000, remaining), undefined, { signal: host.signal });
  }
  for (const { name, status } of left) say(host, `${name}: ${status ?? "no answer"}`);
  const isRefused = left.some(({ status = "" }) => exitOf(status) === EXIT.refused);
  throw new Failure(isRefused ? EXIT.refused : EXIT.later, `Not verified within ${timeout} s: ${left.length}.`);
}

function seconds(text: string): number {
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || number > 7 * 24 * 3600) throw new InvalidArgumentError("Enter seconds.");
  return number;
}

/** `latchkey wait`. */
export function addWaitCommand(program: Command, host: Host): void {
  program
    .command("wait")
    .description("wait until credentials are verified")
    .argument("<credential...>", "names or ids")
    .option("--timeout <seconds>", "how long at most", seconds, 300)
    .option("--every <seconds>", "how often to check", seconds, 5)
    .addHelpText("after", "\nExample:\n  latchkey wait EMEA --timeout 60 && latchkey read Calls -o calls.ndjson")
    .action((names: string[], options: Options) => wait(host, names, options));
}
