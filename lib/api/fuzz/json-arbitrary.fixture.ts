import fc, { type Arbitrary } from "fast-check";
import type { Json } from "@/lib/api/document/components";

/** What breaks programs that take a value for what it should be. */
const HOSTILE: readonly unknown[] = [
  ...["", " ", "\0", "\uD800", "\u202Eabc", "\u200B", "a\r\nb: c", "0", "null", "true", "'", "' OR 1=1 --", "%00"],
  ...[
    "../../.env",
    "{{7*7}}",
    "<script>",
    "é".repeat(300),
    "🧑‍🧑‍🧒‍🧒".repeat(120),
    "x".repeat(20_000),
    "****",
    "2027-02-30",
  ],
  ...[-1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, 2 ** 31, null, true, false, [], {}, [[]], [null], { not: "" }],
  ...[{ id: { contains: "" } }, JSON.parse('{"__proto__":{"role":"owner"}}'), { constructor: { prototype: {} } }],
];

export const hostile: Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

type Known = {
  /** Components, by name. */
  schemas: Json;
  /** Values that a property of this name may well have: what is really there. */
  valuesOf: (property: string) => readonly unknown[];
};

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const nameOf = (reference: string) => reference.slice(reference.lastIndexOf("/") + 1);

function textOf({ pattern, format, minLength = 0, maxLength = 40 }: Json): Arbitrary<string> {
  if (typeof pattern === "string") return fc.stringMatching(new RegExp(pattern));
  if (format === "date-time") return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (format === "email") return fc.emailAddress();
  if (format === "uri") return fc.webUrl({ validSchemes: ["https"] });
  return fc.string({ minLength: Number(minLength), maxLength: Math.min(Number(maxLength), 60) });
}

function objectOf(schema: Json, known: Known): Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema;
  if (!isJson(properties)) {
    const value = isJson(additionalProperties) ? fromSchema(additionalProperties, known) : fc.jsonValue();
    return fc.dictionary(fc.string({ maxLength: 12 }), value, { maxKeys: 4 });
  }
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const real = known.valuesOf(name);
      const any = fromSchema(property as Json, known);
      return [name, real.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...real) }, any) : any];
    }),
  );
  return fc.record(model, { requiredKeys: required as string[] });
}

/** A value as a schema of the document says. What that leaves to code, a value may fail. */
export function fromSchema(schema: Json, known: Known): Arbitrary<unknown> {
  const { $ref, enum: choices, const: only, anyOf, oneOf, type } = schema;
  if (typeof $ref === "string") return fromSchema(known.schemas[nameOf($ref)] as Json, known);
  if (only !== undefined) return fc.constant(only);
  if (Array.isArray(choices)) return fc.constantFrom(...choices);
  const several = anyOf ?? oneOf;
  if (Array.isArray(several)) return fc.oneof(...several.map((one: Json) => fromSchema(one, known)));
  switch (type) {
    case "string":
      return textOf(schema);
    case "integer":
      return fc.integer({
        min: Number(schema.minimum ?? -5),
        max: Math.min(Number(schema.maximum ?? 1000), 1_000_000),
      });
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(fromSchema((schema.items ?? {}) as Json, known), { maxLength: 4 });
    case "object":
      return objectOf(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}
