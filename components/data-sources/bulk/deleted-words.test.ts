import { expect, it } from "vitest";
import { deletedWords } from "./deleted-words";

it("what was deleted is counted, and what someone else had deleted before is said", () => {
  expect(deletedWords(1, 1)).toBe("1 data source deleted.");
  expect(deletedWords(3, 3)).toBe("3 data sources deleted.");
  expect(deletedWords(3, 2)).toBe("2 data sources deleted. 1 was already deleted.");
  expect(deletedWords(3, 1)).toBe("1 data source deleted. 2 were already deleted.");
  expect(deletedWords(2, 0)).toBe("There was nothing left to delete.");
});
