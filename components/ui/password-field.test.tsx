import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PasswordField } from "./password-field";

it("4.1.2: a button beside a password is named by what it does, and is not pressed as well", () => {
  const markup = renderToStaticMarkup(<PasswordField id="password" label="Your password" required />);
  expect(markup).toMatch(/<input[^>]* type="password"/);
  expect(markup).toMatch(/<button aria-label="Show your password"[^>]*type="button">Show<\/button>/);
  expect(markup).not.toContain("aria-pressed");
  expect(markup).toContain('spellCheck="false"');
});

it("whatever is dotted while it is typed can be shown: one component does it", () => {
  const files = readdirSync("components", { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".tsx") && !name.includes(".test."),
  );
  const dotted = files.filter((name) => /type=("|\{[^}]*)"?password"/.test(readFileSync(`components/${name}`, "utf8")));
  // A token is pasted once, and shown where it was made.
  expect(dotted.toSorted()).toEqual(["api/try-it.tsx", "ui/hidden-input.tsx"]);
});
