import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { floors, installScripts, withoutIntegrity } from "./version-floors.json";

// Without a network: what is known to be dangerous stands in version-floors.json, with its reason.

type Entry = {
  version: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
};
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
const entries = Object.entries(lock.packages)
  .filter(([location]) => location !== "")
  .map(([location, entry]) => ({ name: location.slice(location.lastIndexOf("node_modules/") + 13), ...entry }));

/** Whether a version is the given one or a later one. One before a release (`2.0.0-beta`) counts as before it. */
function isAtLeast(version: string, minimum: string): boolean {
  const [left = "", beta] = version.split("-", 2);
  const numbers = (text: string) => text.split(".").map(Number);
  const [own, floor] = [numbers(left), numbers(minimum)];
  for (const [index, part] of floor.entries()) {
    const difference = (own[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return beta === undefined;
}

it("compares versions by their numbers", () => {
  expect(isAtLeast("16.10.0", "16.9.9")).toBe(true);
  expect(isAtLeast("16.3.3", "16.3.3")).toBe(true);
  expect(isAtLeast("16.3.3-canary.1", "16.3.3")).toBe(false);
  expect(isAtLeast("9.9.9", "16.3.3")).toBe(false);
});

describe("N1: the lock file", () => {
  it.each(floors)("N1: holds no $package before $minimum: $why", ({ package: name, minimum }) => {
    const locked = entries.filter((entry) => entry.name === name);
    expect(locked, "in the lock file, or this floor can go").not.toEqual([]);
    for (const { version } of locked) expect(isAtLeast(version, minimum), `${name} ${version}`).toBe(true);
  });

  it("N1: takes everything from the public registry, with a hash of what is to come", () => {
    const isListed = ({ name, optional, resolved }: (typeof entries)[number]) =>
      optional === true && resolved === undefined && withoutIntegrity.some(({ prefix }) => name.startsWith(prefix));
    expect(entries.filter((entry) => entry.integrity === undefined && !isListed(entry))).toEqual([]);
    expect(entries.filter(({ integrity = "sha512-" }) => !integrity.startsWith("sha512-"))).toEqual([]);
    const isForeign = ({ resolved = "https://registry.npmjs.org/" }: { resolved?: string }) =>
      !resolved.startsWith("https://registry.npmjs.org/");
    expect(entries.filter((entry) => isForeign(entry) || entry.link)).toEqual([]);
  });

  it("N1: runs no code at an installation but what is listed", () => {
    const names = new Set(entries.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
    const listed = new Set(installScripts.map((script) => script.package));
    // Of macOS only, and by npm's own rules never installed anywhere else.
    names.delete("fsevents");
    expect([...names].toSorted()).toEqual([...listed].toSorted());
  });
});
