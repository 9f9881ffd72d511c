import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, it } from "vitest";
import { isCommonPassword } from "./common-password";
import { strengthOf } from "./guessable-dto";

const common = new Map(dictionary["passwords-common"].map((word, rank) => [String(word), rank]));
const ada = ["Ada Lovelace", "ada.lovelace@example.com"];

it.each([
  ["", "too-short"],
  ["12345678901", "too-short"],
  ["a".repeat(1025), "too-long"],
  ["password12345", "refused"],
  ["ada.lovelace1815", "refused"],
  ["aaaaaaaaaaaa", "refused"],
  ["dragonmonkey", "weak"],
  ["monkey-monkey", "weak"],
  ["dragonmonkeysunshine", "weak"],
  ["violet dragon monkey", "fair"],
  ["a quiet sentence to remember", "strong"],
  ["Tr0ub4dor&3xyzzy", "strong"],
  ["日本語のながいパスワード文", "strong"],
])("calls %s %s", (password, strength) => expect(strengthOf(password, common, ada)).toBe(strength));

it("A1: what it calls refused is what the server refuses, and nothing else is", async () => {
  const words = [
    "password",
    "Dragon",
    "1234567890",
    "lovelace",
    "ada",
    "correct horse",
    "qwertyuiop",
    "!!",
    "zz",
    "x7",
  ];
  const made = words.flatMap((first) =>
    words.flatMap((second) => [`${first}${second}`, `${second}${first}${first}2024`]),
  );
  for (const password of made.filter(({ length }) => length >= 12))
    expect(strengthOf(password, common, ada) === "refused", password).toBe(await isCommonPassword(password, ada));
});
