import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

// Where a library gives an error neither a class nor a code, we know it by its words. A version that says it in other
// words fails here instead of behind our back.

const read = (file: string) => readFileSync(file, "utf8");

it("N4: Next still says in these words that an action was called from another site", () => {
  const next = read("node_modules/next/dist/server/app-render/action-handler.js");
  const known = /error\.message === "([^"]+)"/.exec(read("instrumentation.ts"))?.[1];
  const [, logged, thrown] =
    /(from a forwarded [^`]+)`\);\s+\}\s+const error = new Error\('([^']+)'\);/.exec(next) ?? [];
  expect(thrown).toBe(known);
  expect(logged).toMatch(
    new RegExp(/const REFUSED = \/(.+)\/;/.exec(read("lib/cli/quiet-console.mjs"))?.[1] ?? "none"),
  );
});

it("L5: node-postgres still says in these words that the database did not answer", () => {
  const postgres = `${read("node_modules/pg/lib/client.js")}${read("node_modules/pg-pool/index.js")}`;
  const known =
    /UNAVAILABLE_MESSAGE =\s+\/(.+)\/i;/.exec(read("lib/platform/database-errors.ts"))?.[1]?.split("|") ?? [];
  expect(known).toHaveLength(5);
  for (const words of known) expect(postgres.toLowerCase()).toContain(words);
});
