import { expect, it } from "vitest";
import { checkIntervalInWords } from "./check-interval-words";

it.each([
  [1440, "Every day"],
  [360, "Every 6 hours"],
  [10_080, "Every week"],
  [2880, "Every 2 days"],
  [1, "Every minute"],
  [45, "Every 45 minutes"],
  [1.2, "About every 1 minute"],
  [0.05, "Several times a minute"],
])("%s minutes, which an operator may choose, are told: %s", (minutes, words) => {
  expect(checkIntervalInWords(minutes)).toBe(words);
});
