import { linesOf } from "../../support/reading-stage";
import type { ReadingHome } from "./reading-home";
import { countLines } from "./reading-rates";

const FLAKY = { tooMany: 0.03, badGateway: 0.02, cut: 0.01 };

const idOf = (line: string): string => JSON.parse(line).id;

const isExact = (held: readonly string[], ids: readonly string[]) =>
  held.length === ids.length && held.every((id, index) => id === ids[index]);

const say = (isRight: boolean) => (isRight ? "yes" : "NO");

/** All records through a provider that refuses, fails and breaks off. */
export async function readThroughFaults(home: ReadingHome, count: number): Promise<string> {
  await home.provider.become({ generated: { count }, flaky: FLAKY });
  const held: string[] = [];
  for await (const line of linesOf(await home.ask(home.records))) held.push(idOf(line));
  const { ids, requests, faults } = await home.provider.report();
  return `${count.toLocaleString("en")} records, each once and in order, through ${faults} faults in ${requests} requests (3 % 429, 2 % 502, 1 % cut): ${say(isExact(held, ids))}.`;
}

/** The place behind the last line that is kept, and how many lines are. */
async function lastPlace({ ask, records, bench }: ReadingHome, read: string, lines: number) {
  const address = `${bench.home.app.url}/api/v1/reads/${read}?lines=${lines}`;
  const found = (await (await ask(address, { accept: "application/json" })).json()) as {
    checkpoints: { records: number; cursor: string }[];
  };
  const [last] = found.checkpoints;
  return last ? { kept: last.records, address: `${records}?cursor=${last.cursor}` } : { kept: 0, address: records };
}

/** Reads until so many lines are there, and then lets one of the two die. Whether all were there before. */
async function readUntil(
  response: Response,
  held: string[],
  enough: number,
  die: () => Promise<unknown>,
): Promise<"complete" | "died"> {
  let isDead = false;
  try {
    for await (const line of linesOf(response)) {
      held.push(idOf(line));
      if (held.length < enough || isDead) continue;
      isDead = true;
      await die();
    }
    return "complete";
  } catch (error) {
    if (isDead) return "died";
    throw error;
  }
}

/** All records although the server is killed without a word, and the client's connection cut, by turns at random places. */
export async function readThroughDeaths(home: ReadingHome, count: number, deaths: number): Promise<string> {
  const { bench, provider, records } = home;
  await provider.become({ generated: { count } });
  // What is to come is gone through more than once, also where nobody dies.
  await countLines(home);
  const usual = await provider.report();
  await provider.become({ generated: { count } });
  const places = Array.from({ length: deaths }, () => Math.ceil(Math.random() * count * 0.95)).toSorted(
    (a, b) => a - b,
  );
  const held: string[] = [];
  let address = records;
  let died = 0;
  for (let isOver = false; !isOver; ) {
    const hangUp = new AbortController();
    const response = await home.ask(address, { signal: hangUp.signal });
    const read = response.headers.get("latchkey-read-id") ?? "";
    const isServer = died % 2 === 0;
    const die = async () => (isServer ? bench.home.app.kill() : hangUp.abort());
    const end = await readUntil(response, held, places[died] ?? Number.POSITIVE_INFINITY, die);
    isOver = end === "complete";
    if (isOver) break;
    died += 1;
    if (isServer) await bench.home.restart(() => undefined);
    const place = await lastPlace(home, read, held.length);
    held.length = place.kept;
    ({ address } = place);
  }
  const { ids, again } = await provider.report();
  return `${count.toLocaleString("en")} records, each once and in order, through ${died} deaths of server and client: ${say(isExact(held, ids))}; ${again - usual.again} pages asked twice.`;
}
