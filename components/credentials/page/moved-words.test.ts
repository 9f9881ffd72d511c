import { expect, it } from "vitest";
import { movedWords } from "./moved-words";

const names = { from: "Sales EU", to: "Sales US" };

it("what was moved is counted right, and what was left is said", () => {
  expect(movedWords({ count: 1, left: 0 }, names)).toBe("1 data source now uses “Sales US”.");
  expect(movedWords({ count: 2, left: 0 }, names)).toBe("2 data sources now use “Sales US”.");
  expect(movedWords({ count: 1, left: 1 }, names)).toBe("1 data source now uses “Sales US”. 1 still uses “Sales EU”.");
  expect(movedWords({ count: 2, left: 3 }, names)).toBe("2 data sources now use “Sales US”. 3 still use “Sales EU”.");
});
