import { expect, it } from "vitest";
import { hasTyped } from "./folded";

it("finds parts of words in any order, without case and accents, as the server does", () => {
  const text = "Zürich, Sales EU · calls of the European team";
  for (const typed of ["ales", "eu sal", "ZURICH", "zür calls", "", "  "])
    expect(hasTyped(text, typed), typed).toBe(true);
  for (const typed of ["sales us", "berlin"]) expect(hasTyped(text, typed), typed).toBe(false);
});
