import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod/mini";

type Json = { [key: string]: unknown };
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every schema that a file of this folder exports, by its name. */
async function schemasEndingWith(endings: readonly string[]): Promise<[string, z.ZodMiniType][]> {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".ts") && !file.includes(".test."));
  const modules = await Promise.all(files.map((file) => import(`../schemas/${file.slice(0, -3)}.ts`) as Promise<Json>));
  return modules
    .flatMap((module) => Object.entries(module) as [string, z.ZodMiniType][])
    .filter(([name]) => endings.some((ending) => name.endsWith(ending)));
}

const answers = await schemasEndingWith(["Answer"]);
const inputs = await schemasEndingWith(["Body", "Query", "Path"]);

const toJson = (schema: z.ZodMiniType, io: "input" | "output") =>
  z.toJSONSchema(schema, { io, target: "draft-2020-12" }) as Json;

/** Everything in a JSON Schema that has a type or refers to another, with the path to it. */
function partsOf(value: unknown, path = ""): { path: string; part: Json }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => partsOf(item, `${path}/${index}`));
  if (!isJson(value)) return [];
  const below = Object.entries(value).flatMap(([key, child]) => partsOf(child, `${path}/${key}`));
  return "type" in value || "$ref" in value ? [{ path, part: value }, ...below] : below;
}

function at(root: Json, reference: string): unknown {
  let found: unknown = root;
  for (const key of reference.replace(/^#\//, "").split("/")) found = isJson(found) ? found[key] : undefined;
  return found;
}

const cases = [
  ...answers.map(([name, schema]) => [name, toJson(schema, "output")] as const),
  ...inputs.map(([name, schema]) => [name, toJson(schema, "input")] as const),
];

it("there are answers and inputs", () => {
  expect(answers.length).toBeGreaterThan(10);
  expect(inputs.length).toBeGreaterThan(10);
});

it.each(cases)("%s: what it refers to is there", (_, json) => {
  for (const { path, part } of partsOf(json)) {
    if (typeof part.$ref === "string") expect(at(json, part.$ref), `${path}: ${part.$ref}`).toBeDefined();
  }
});

it.each(cases)("%s: every field is described", (_, json) => {
  const named = (part: Json) => "description" in part || "$ref" in part || "const" in part;
  const mute = partsOf(json)
    .flatMap(({ part: { properties }, path }) => (isJson(properties) ? [{ path, properties }] : []))
    .flatMap(({ path, properties }) => Object.entries(properties).map(([name, field]) => ({ path, name, field })))
    .filter(({ field }) => isJson(field) && !named(field));
  expect(mute).toEqual([]);
});

it.each(cases.slice(0, answers.length))("%s: an object of an answer has no other fields", (_, json) => {
  const open = partsOf(json)
    .filter(({ part }) => part.type === "object" && part.properties !== undefined)
    .filter(({ part }) => part.additionalProperties !== false);
  expect(open).toEqual([]);
});

it("two schemas never share a name", () => {
  const known = new Map<string, string>();
  for (const [, json] of cases) {
    for (const [id, schema] of Object.entries(isJson(json.$defs) ? json.$defs : {})) {
      const text = JSON.stringify(schema);
      expect(known.get(id) ?? text, id).toBe(text);
      known.set(id, text);
    }
  }
  expect(known.size).toBeGreaterThan(20);
});
