import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ORDER, SEEN, zones } from "./zones.mjs";

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));

it("Biome holds the zones that the list makes, and no others: npm run zones", () => {
  expect(read("lib/cli/zones.json")).toEqual(zones());
  expect(read("biome.json").extends).toEqual(["./lib/cli/zones.json"]);
  expect(readFileSync("biome.json", "utf8")).not.toContain("noRestrictedImports");
});

it("every folder of lib has its place in the list", () => {
  const folders = readdirSync("lib", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const placed = [...ORDER, "connectors", "command", "cli"];
  expect(folders.map(({ name }) => name).toSorted()).toEqual(placed.toSorted());
});

it("every folder of components has its place in the other", () => {
  expect(readdirSync("components").toSorted()).toEqual(SEEN.toSorted());
});

it("CONTRIBUTING names the folders in this order", () => {
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  expect(text).toContain(`\`${ORDER.join(", ")}\``);
});
