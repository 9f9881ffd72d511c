import { expect, it } from "vitest";
import { compactJson, prettyJson } from "./json-tokens";

it("tells blanks in strings from blanks between them", () => {
  const text = String.raw`{"a b":[1, 2 ,{ }],"c":" \" , : { "}`;
  expect(compactJson(text)).toBe(String.raw`{"a b":[1,2,{}],"c":" \" , : { "}`);
  expect(compactJson(prettyJson(text))).toBe(compactJson(text));
});
