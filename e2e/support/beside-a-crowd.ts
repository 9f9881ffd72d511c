import { expect } from "./fixtures";
import type { Person } from "./people";

type Beside = {
  /** How long each request of someone who is signed in took while the crowd was at it, in ms. */
  waits: number[];
  tookMs: number;
};

/** Sends a crowd's requests, and one after the other those of someone who is signed in. */
export async function besideCrowd<T>(person: Person, crowd: () => Promise<T>): Promise<{ answers: T } & Beside> {
  let over = false;
  const waits: number[] = [];
  const working = (async () => {
    while (!over) {
      const started = performance.now();
      expect((await person.get("/credentials")).status).toBe(200);
      waits.push(performance.now() - started);
    }
  })();
  const started = performance.now();
  const answers = await crowd();
  const tookMs = performance.now() - started;
  over = true;
  await working;
  return { answers, waits, tookMs };
}

/**
 * By how long the crowd's own hashes took, two at a time: a machine that other tests share is many times slower than one
 * that has nothing else to do. Whoever waits behind hashes gets one answer or two while all of them are made, and waits
 * for all of them.
 */
export function expectNobodyWaited({ waits, tookMs }: Beside, hashes: number): void {
  const worst = Math.max(...waits);
  const oneHash = tookMs / Math.ceil(hashes / 2);
  process.stdout.write(`A2: ${worst.toFixed(0)} ms at most of ${tookMs.toFixed(0)} ms, ${waits.length} requests\n`);
  expect(waits.length).toBeGreaterThan(hashes);
  expect(worst).toBeLessThan(500 + 2 * oneHash);
}
