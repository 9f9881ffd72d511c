import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

// The catalogue stays on the server: what a browser gets of a connector comes with the page or is asked for.

const root = path.resolve(import.meta.dirname, "../..");
const CATALOGUE = /^lib\/connectors\/(registry|catalogue\/)/;

function fileOf(from: string, source: string): string | undefined {
  const base = source.startsWith("@/") ? path.join(root, source.slice(2)) : path.resolve(path.dirname(from), source);
  return ["", ".ts", ".tsx", "/index.ts"]
    .map((end) => base + end)
    .find((file) => /\.tsx?$/.test(file) && existsSync(file));
}

/** What a file brings along into a browser: values, not types, and nothing behind a server action. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  if (/^"use server"/.test(text)) return [];
  const found = [
    ...text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from "([@.][^"]+)"/gm),
    ...text.matchAll(/import\("([@.][^"]+)"\)/g),
  ];
  return found.flatMap(([, source = ""]) => fileOf(file, source) ?? []);
}

it("no script of a browser brings the catalogue along", () => {
  const files = readdirSync(path.join(root, "components"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => path.join(root, "components", name));
  const todo = files.filter((file) => /^"use client"/.test(readFileSync(file, "utf8")));
  expect(todo.length).toBeGreaterThan(50);
  const seen = new Set(todo);
  for (const file of todo) for (const next of importsOf(file)) if (!seen.has(next)) seen.add(next) && todo.push(next);
  const brought = [...seen].map((file) => path.relative(root, file)).filter((file) => CATALOGUE.test(file));
  expect(brought).toEqual([]);
});
