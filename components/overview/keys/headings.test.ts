import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ACTS, PLACES } from "./commands";

// A key or the palette leads to a page, whose heading then takes the focus: a plain one cannot.

const pages = [...ACTS, ...PLACES].flatMap(({ href }) => (href && !href.includes("?") ? [href] : []));

it.each(pages)("the heading of %s takes the focus of what led there", (href) => {
  const page = readFileSync(path.resolve("app/(signed-in)", `.${href}`, "page.tsx"), "utf8");
  expect(page).toContain("<PageHeading>");
  expect(page).not.toContain("<h1");
});
