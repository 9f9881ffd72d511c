import { expect, it } from "vitest";
import { charactersLeft } from "./characters-left";

it.each([
  [undefined, undefined],
  ["a".repeat(79), undefined],
  ["a".repeat(80), "20 characters left."],
  [` ${"a".repeat(99)}  `, "1 character left."],
  ["a".repeat(100), "0 characters left."],
  ["a".repeat(101), "1 character too many."],
  ["👩‍👩‍👧‍👦".repeat(79), undefined],
  ["👩‍👩‍👧‍👦".repeat(103), "3 characters too many."],
])("near the limit of 100, a text says how much room it has left: %#", (text, said) =>
  expect(charactersLeft(text, 100)).toBe(said),
);
