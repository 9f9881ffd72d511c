import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const components = readdirSync("components", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));
const matching = (pattern: RegExp) =>
  components
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort();

it("R8: one component shows why something was refused, since it knows the way on where the page is outdated", () => {
  expect(matching(/\b(error|failure|refusal|problem)\)?\??\.message\b/)).toEqual(["components/ui/failure.tsx"]);
});
