import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { randomId } from "./random-id";

it("S16: an id is 128 random bits, each of which is a one half of the time", () => {
  const ids = Array.from({ length: 10_000 }, randomId);
  expect(new Set(ids).size).toBe(ids.length);
  // Of every 64 one would, and a command line would take it for an option.
  expect(ids.filter((id) => id.startsWith("-"))).toEqual([]);
  const ones = Array(128).fill(0) as number[];
  for (const id of ids) {
    const bytes = Buffer.from(id, "base64url");
    expect(bytes.length).toBe(16);
    for (let bit = 0; bit < 128; bit += 1) ones[bit] = (ones[bit] ?? 0) + (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1);
  }
  // Twelve standard deviations from the middle: a fixed bit (those of a UUID, say) is far outside, chance never.
  for (const count of ones) expect(Math.abs(count - 5000)).toBeLessThan(600);
});

it("S16: no id is left to the database or to a UUID", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  expect(schema).not.toMatch(/@default\((uuid|cuid|ulid|nanoid|autoincrement|dbgenerated)/);
});
