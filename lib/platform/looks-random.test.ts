import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isRandomText, looksRandom } from "./looks-random";

describe("S11: a secret", () => {
  it.each([
    "x".repeat(24),
    "abcdefgh".repeat(4),
    "aaaaaaaabbbbbbbbccccccccdddddddd",
    "aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffgggggggghhhhhhhh",
    "0123456789abcdef".repeat(2),
    "changeme".repeat(3),
    "changeme-changeme-changeme",
    "1".repeat(31).concat("2"),
    "",
    "a",
  ])("is not random: %j", (text) => {
    expect(isRandomText(text, 0)).toBe(false);
  });

  it("that was drawn at random is always taken, however it is written", () => {
    for (let round = 0; round < 2000; round += 1) {
      const bytes = randomBytes(32);
      const digits = Array.from(randomBytes(40), (byte) => byte % 10).join("");
      for (const form of [
        bytes,
        bytes.toString("hex"),
        bytes.toString("base64"),
        bytes.toString("hex").slice(0, 24),
        randomBytes(128).toString("hex"),
        digits,
      ])
        expect(looksRandom(form), form.toString()).toBe(true);
    }
    expect(looksRandom("correct horse battery staple of ours")).toBe(true);
  });

  it("shorter than its minimum is refused", () => {
    const text = randomBytes(18).toString("base64url");
    expect([isRandomText(text, 24), isRandomText(text, 25)]).toEqual([true, false]);
  });
});
