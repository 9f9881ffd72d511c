import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it.each(["ARCHITECTURE.md", "CONTRIBUTING.md"])("%s names only files that are there", (page) => {
  const text = readFileSync(page, "utf8");
  const named = [
    ...text.matchAll(/`((?:app|components|lib|prisma|e2e)\/[\w()[\]./-]*\.\w+|instrumentation\.ts|\.env\.example)`/g),
  ];
  expect(named.length).toBeGreaterThan(10);
  expect(named.map(([, file = ""]) => file).filter((file) => !existsSync(file))).toEqual([]);
});
