import { describe, expect, it } from "vitest";
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
