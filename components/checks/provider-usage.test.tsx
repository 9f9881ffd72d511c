import { expect, it } from "vitest";
import { rate } from "./provider-usage";

it("a rate is said by the shortest span that has a request", () => {
  expect([6, 1, 2 / 3, 0.25, 0.01].map(rate)).toEqual([
    "6 a second",
    "1 a second",
    "40 a minute",
    "15 a minute",
    "36 an hour",
  ]);
});
