import { expect, it } from "vitest";
import { listHref, listKey } from "./list-address";

it("an address names what a list is narrowed by, and nothing that is empty", () => {
  expect(listHref("/credentials", {})).toBe("/credentials");
  expect(listHref("/credentials", { q: "", status: undefined })).toBe("/credentials");
  expect(listHref("/credentials", { q: "a&b ü", status: "", sort: "name" })).toBe(
    "/credentials?q=a%26b+%C3%BC&sort=name",
  );
  expect(listKey({ sort: "name", q: "a", owner: "" })).toBe(listKey({ q: "a", sort: "name" }));
  expect(listKey({ q: "a" })).not.toBe(listKey({ q: "b" }));
});
