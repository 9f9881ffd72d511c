import { expect, it } from "vitest";
import { hashesBegun, inLine, inPlace } from "./hashing-line";

/** Hashes that end when they are told to. */
function held() {
  const ends: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const hash = () =>
    new Promise<void>((resolve) => {
      running += 1;
      most = Math.max(most, running);
      ends.push(() => {
        running -= 1;
        resolve();
      });
    });
  const endAll = async () => {
    while (running > 0) {
      ends.shift()?.();
      await new Promise(setImmediate);
    }
  };
  return { hash, endAll, most: () => most };
}

let peers = 0;
/** One hash of a peer that nobody was before. */
const hashOnce = (hash: () => Promise<unknown>) => {
  peers += 1;
  return inPlace(`198.51.100.${peers}`, (place) => inLine(place, hash));
};

const busy = { dto: { code: "UNAVAILABLE", retryAfterSeconds: 5 } };

it("A2: two hashes at a time and eight that wait; whoever comes then is refused before anything is hashed", async () => {
  const { hash, endAll, most } = held();
  const before = hashesBegun();
  // The last has its place before the line is full.
  let begin = () => {};
  const told = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const late = inPlace("203.0.113.9", (place) => told.then(() => inLine(place, hash)));
  const ten = Array.from({ length: 10 }, () => hashOnce(hash));
  begin();
  await expect(late).rejects.toMatchObject(busy);
  await expect(inPlace("203.0.113.1", async () => "in")).rejects.toThrow("The server is busy checking passwords");
  expect(hashesBegun() - before).toBe(2);
  await endAll();
  await Promise.all(ten);
  expect([most(), hashesBegun() - before]).toEqual([2, 10]);
  expect(await inPlace("203.0.113.1", async () => "in")).toBe("in");
});

it("A2: a hash that fails gives its place back", async () => {
  const fail = () => Promise.reject(new Error("no memory"));
  for (let round = 0; round < 3; round += 1) await expect(hashOnce(fail)).rejects.toThrow("no memory");
  const { hash, endAll, most } = held();
  const both = [hashOnce(hash), hashOnce(hash)];
  expect(most()).toBe(2);
  await endAll();
  await Promise.all(both);
});

it("A2: one peer has four places, and leaves the others to the rest", async () => {
  const ends: (() => void)[] = [];
  const stay = () => new Promise<void>((resolve) => ends.push(resolve));
  const enter = (peer: string) => inPlace(peer, async () => "in");
  const four = Array.from({ length: 4 }, () => inPlace("203.0.113.1", stay));
  await expect(enter("203.0.113.1")).rejects.toMatchObject(busy);
  expect(await enter("203.0.113.2")).toBe("in");
  ends.pop()?.();
  await Promise.race(four);
  expect(await enter("203.0.113.1")).toBe("in");
  for (const end of ends) end();
  await Promise.all(four);
});

it("A2: nothing is hashed in a place that was given back", async () => {
  const kept = await inPlace("203.0.113.1", async (place) => place);
  await expect(inLine(kept, async () => undefined)).rejects.toThrow("nobody holds any more");
});
