import { expect, it } from "vitest";
import { isTried, proofWords } from "./proof-words-dto";

it("a tile says what was seen of its type, and nothing where nothing was", () => {
  expect(proofWords({})).toBe("");
  expect(proofWords({ refusal: "2026-12-01" })).toBe("Refusal seen on 1 Dec 2026.");
  expect(proofWords({ refusal: "2026-12-01", acceptance: "2026-12-03" })).toBe(
    "Checked with a real account on 3 Dec 2026.",
  );
  expect([{}, { refusal: "2026-12-01" }, { acceptance: "2026-12-03" }].map(isTried)).toEqual([false, true, true]);
});
