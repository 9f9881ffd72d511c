import type { Measured } from "./figure";
import { shuffled, timed } from "./in-rounds";
import type { ReadingHome } from "./reading-home";
import { roundMedians } from "./statistics";

const BARE = "records, a bare loop of fetch and JSON.parse";
const FIRST_BYTE = "the provider's first byte";
const FIRST_RECORD = "the first record as NDJSON";
const WARM_UPS = 2;
/** So many first records in a round, and pages of JSON. */
const TIMES = 5;
const PAGE = 1000;
const PROVIDERS_PAGE = { sortTime: "asc", limit: "100", includePagination: "false" };

/** What a program without Latchkey would do at the least: right only where no two calls share a time. */
async function readBare({ calls, headers }: ReadingHome): Promise<number> {
  let read = 0;
  for (let after = ""; ; ) {
    const query = new URLSearchParams({ ...PROVIDERS_PAGE, ...(after && { filterTimeGt: after }) });
    const page = JSON.parse(await (await fetch(`${calls}?${query}`, { headers })).text());
    if (page.calls.length === 0) return read;
    read += page.calls.length;
    after = page.calls.at(-1).time;
  }
}

/** Counts lines without parsing them: what a client does with them is its own. */
export async function countLines(home: ReadingHome): Promise<number> {
  let read = 0;
  const { body } = await home.ask(home.records);
  for await (const chunk of body ?? []) for (const byte of chunk) if (byte === 0x0a) read += 1;
  return read;
}

async function countInPages({ ask, records }: ReadingHome): Promise<number> {
  let next: string | null = `${records}?limit=${PAGE}`;
  let pages = 0;
  for (; next !== null && pages < TIMES; pages += 1) {
    const page = (await (await ask(next, { accept: "application/json" })).json()) as { next: string | null };
    ({ next } = page);
  }
  return pages;
}

async function firstByte({ calls, headers }: ReadingHome): Promise<void> {
  const query = new URLSearchParams({ ...PROVIDERS_PAGE, includePagination: "true" });
  await (await fetch(`${calls}?${query}`, { headers })).text();
}

/** Until its first bytes are there; then it hangs up. */
async function firstRecord({ ask, records }: ReadingHome): Promise<number> {
  const hangUp = new AbortController();
  const from = performance.now();
  const { body } = await ask(records, { signal: hangUp.signal });
  await body?.getReader().read();
  const ms = performance.now() - from;
  hangUp.abort();
  return ms;
}

async function rateOf(read: () => Promise<number>, expected?: number): Promise<number> {
  let count = 0;
  const ms = await timed(async () => {
    count = await read();
  });
  if (expected !== undefined && count !== expected) throw new Error(`${count} of ${expected} records were read.`);
  return (count / ms) * 1000;
}

const several = async (sample: () => Promise<number>) => {
  const samples: number[] = [];
  for (let time = 0; time < TIMES; time += 1) samples.push(await sample());
  return samples;
};

/** How fast records come, and how soon: in rounds, beside a loop that asks the provider itself. */
export async function measureRates(home: ReadingHome, count: number, rounds: number): Promise<Measured["figures"]> {
  const kinds: { name: string; unit: "per second" | "ms"; bare?: string; sample: () => Promise<number[]> }[] = [
    { name: BARE, unit: "per second", bare: BARE, sample: async () => [await rateOf(() => readBare(home), count)] },
    {
      ...{ name: "records as NDJSON", unit: "per second", bare: BARE },
      sample: async () => [await rateOf(() => countLines(home), count)],
    },
    {
      ...{ name: `pages of JSON with ${PAGE.toLocaleString("en")} records`, unit: "per second" },
      sample: async () => [await rateOf(() => countInPages(home))],
    },
    { name: FIRST_BYTE, unit: "ms", sample: () => several(() => timed(() => firstByte(home))) },
    { name: FIRST_RECORD, unit: "ms", sample: () => several(() => firstRecord(home)) },
  ];
  const found = new Map<string, number[][]>(kinds.map(({ name }) => [name, []]));
  for (let round = -WARM_UPS; round < rounds; round += 1) {
    for (const { name, sample } of shuffled(kinds)) {
      const samples = await sample();
      if (round >= 0) found.get(name)?.push(samples);
    }
  }
  const medians = (name: string) => roundMedians(found.get(name) ?? []);
  const provider = medians(FIRST_BYTE);
  const late = medians(FIRST_RECORD).map((ms, index) => [ms - (provider[index] ?? Number.NaN)]);
  return [
    ...kinds.map(({ name, unit, bare = "" }) => ({ name, unit, bare, rounds: found.get(name) ?? [] })),
    { name: "the first record, after the provider's first byte", unit: "ms", rounds: late },
  ];
}
