import { expect, it } from "vitest";
import { hashTokenValue, newTokenValue } from "./token-form";

it("S16: a token has 40 random digits of 62 behind its prefix, and six that check them", () => {
  const values = Array.from({ length: 500 }, () => newTokenValue());
  for (const { value, hash, hint } of values) {
    expect(value).toMatch(/^lk_[0-9A-Za-z]{46}$/);
    expect(hashTokenValue(value)).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(value.endsWith(hint)).toBe(true);
  }
  expect(new Set(values.map(({ value }) => value)).size).toBe(values.length);
});

it("draws every digit as often as every other", () => {
  const counts = new Map<string, number>();
  const drawn = 2000;
  for (let token = 0; token < drawn; token += 1)
    for (const digit of newTokenValue().value.slice(3, 43)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  expect(counts.size).toBe(62);
  const expected = (drawn * 40) / 62;
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 61 degrees of freedom: a fair draw is above this once in ten million times. A byte modulo 62 is at 700.
  expect(chiSquare).toBeLessThan(140);
});

it("has the checksum that the documentation has, so that a scanner can tell one without asking", () => {
  expect(hashTokenValue("lk_00000000000000000000000000000000000000002kaqcA")).toBeDefined();
});

it("knows what cannot be one by its length, its letters and its checksum", () => {
  const { value } = newTokenValue();
  const other = value.at(10) === "A" ? "B" : "A";
  const wrong = [
    "",
    "lk_",
    value.slice(1),
    `${value}0`,
    ` ${value.slice(1)}`,
    value.replace("lk_", "lk-"),
    `${value.slice(0, 10)}${other}${value.slice(11)}`,
    `${value.slice(0, 10)}é${value.slice(11)}`,
    `${value.slice(0, -1)}${value.endsWith("0") ? "1" : "0"}`,
    "lk_".padEnd(100_000, "0"),
  ];
  for (const one of wrong) expect(hashTokenValue(one), one.slice(0, 60)).toBeUndefined();
});
