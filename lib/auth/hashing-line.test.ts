import { expect, it } from "vitest";
import { hashesBegun, inLine, takePlace } from "./hashing-line";

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

const busy = { dto: { code: "UNAVAILABLE", retryAfterSeconds: 5 } };

it("A2: two hashes at a time and eight that wait; whoever comes then is refused before anything is hashed", async () => {
  const { hash, endAll, most } = held();
  const before = hashesBegun();
  const ten = Array.from({ length: 10 }, () => inLine(hash));
  await expect(inLine(hash)).rejects.toMatchObject(busy);
  expect(() => takePlace("203.0.113.1")).toThrow("The server is checking many passwords");
  expect(hashesBegun() - before).toBe(2);
  await endAll();
  await Promise.all(ten);
  expect([most(), hashesBegun() - before]).toEqual([2, 10]);
  takePlace("203.0.113.1")();
});

it("A2: a hash that fails gives its place back", async () => {
  const fail = () => Promise.reject(new Error("no memory"));
  for (let round = 0; round < 3; round += 1) await expect(inLine(fail)).rejects.toThrow("no memory");
  const { hash, endAll, most } = held();
  const both = [inLine(hash), inLine(hash)];
  expect(most()).toBe(2);
  await endAll();
  await Promise.all(both);
});

it("A2: one peer has four places, and leaves the others to the rest", () => {
  const leave = Array.from({ length: 4 }, () => takePlace("203.0.113.1"));
  expect(() => takePlace("203.0.113.1")).toThrow();
  takePlace("203.0.113.2")();
  leave.pop()?.();
  takePlace("203.0.113.1")();
  for (const end of leave) end();
});
