import { expect, it } from "vitest";
import { HOME, returnPath } from "./return-path";

it.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/.//evil.example",
  "/..//evil.example/a?b",
  "/a/..//evil.example",
  "/.\\/evil.example",
  "/%2e//evil.example",
  "javascript:alert(1)",
  "",
  undefined,
  ["/a", "/b"],
])("A15: %j leads home, and to no other host", (candidate) => {
  expect(returnPath(candidate)).toBe(HOME);
});

it.each(["/credentials?q=a%2Fb", "/data-sources/new/clari-copilot", "/a//b"])(
  "%s leads back to where one was going",
  (path) => {
    expect(returnPath(path)).toBe(path);
  },
);
