import { describe, expect, it } from "vitest";
import { newPassword } from "@/lib/auth/auth-schema";
import { isCommonPassword } from "./common-password";

describe("A1: what anyone would try first", () => {
  it.each([
    "password12345",
    "Password123!!",
    "qwertyuiop12",
    "passwordpassword",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "123456789012",
    "1234567890123",
    "unbelievable",
    "2024!!administrator",
    "»»»\u{1F511}password\u{1F511}«««",
  ])("refuses %s", async (password) => expect(await isCommonPassword(password)).toBe(true));

  it("refuses a person's own address and name", async () => {
    expect(await isCommonPassword("ada.lovelace1815", ["ada.lovelace@example.com"])).toBe(true);
    expect(await isCommonPassword("ada.lovelace@example.com", ["ada.lovelace@example.com"])).toBe(true);
  });

  it.each([
    "a quiet sentence to remember",
    "Tr0ub4dor&3xyzzy",
    "日本語のながいパスワード文",
    `a sentence ${"and more ".repeat(100)}`,
  ])("takes what is none of that", async (password) => expect(await isCommonPassword(password)).toBe(false));
});

/** One character each, and four where it counts: as far from its end as a text can be, and no letter. */
const madeSlow = (signs: number) => `a${"\u2057".repeat(signs)}a`;

/** The shortest of several, since the machine may have been busy. */
async function shortestMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return Math.min(...times);
}

it("A1: a text that is made for it takes no longer than its length, and none is longer than a password may be", async () => {
  const look = (signs: number) => shortestMs(() => isCommonPassword(madeSlow(signs)));
  await look(100);
  const [once, fourTimes] = [await look(500), await look(2000)];
  // Four times the text: sixteen times the work, where each place of it is a new beginning.
  expect(fourTimes / once).toBeLessThan(10);
  expect(newPassword.safeParse(madeSlow(255)).success).toBe(true);
  for (const signs of [256, 1022])
    expect(newPassword.safeParse(madeSlow(signs)).error?.issues).toMatchObject([
      { message: expect.stringContaining("at most 1024") },
    ]);
});
