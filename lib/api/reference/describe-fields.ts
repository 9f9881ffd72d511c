import "server-only";
import type { Json } from "@/lib/api/document/components";
import type { FieldDto } from "@/lib/api/reference-dto";

/** How deep fields of fields are named. */
const DEPTH = 2;

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** Fields of JSON Schemas that refer to one another by name. */
export function fieldsOf(schemas: Json) {
  const resolve = (schema: Json): Json => {
    const { $ref, ...said } = schema;
    if (typeof $ref !== "string") return schema;
    return { ...resolve(schemas[$ref.slice($ref.lastIndexOf("/") + 1)] as Json), ...said };
  };

  function typeOf(schema: Json): string {
    const { type, enum: choices, const: only, anyOf, oneOf, format, items, additionalProperties } = resolve(schema);
    if (only !== undefined) return JSON.stringify(only);
    if (Array.isArray(choices))
      return choices.length > 8 ? "text" : choices.map((one) => JSON.stringify(one)).join(", ");
    const several = anyOf ?? oneOf;
    if (Array.isArray(several)) return [...new Set(several.map(typeOf))].join(" or ");
    switch (type) {
      case "array":
        return `list of ${isJson(items) ? typeOf(items) : "anything"}`;
      case "object":
        return isJson(additionalProperties) ? `object, each ${typeOf(additionalProperties)}` : "object";
      case "string":
        return format === "date-time" ? "time" : format === "date" ? "day" : "text";
      case "integer":
        return "whole number";
      case "boolean":
        return "true or false";
      default:
        return typeof type === "string" ? type : "anything";
    }
  }

  /** The object that a field is, or whose list it is. */
  function innerOf(schema: Json): { mark: string; object: Json } | undefined {
    const { type, items, properties } = resolve(schema);
    if (type === "array" && isJson(items)) {
      const inner = innerOf(items);
      return inner && { ...inner, mark: `[]${inner.mark}` };
    }
    return isJson(properties) ? { mark: "", object: resolve(schema) } : undefined;
  }

  /** Of an object of either of several forms, those of all. */
  function describe(schema: Json, before = "", depth = 0): FieldDto[] {
    const { properties, required = [], anyOf, oneOf } = resolve(schema);
    const several = anyOf ?? oneOf;
    if (Array.isArray(several)) {
      const all = several.flatMap((one: Json) => describe(one, before, depth));
      return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
    }
    if (!isJson(properties)) return [];
    return Object.entries(properties).flatMap(([key, field]) => {
      const name = `${before}${key}`;
      const { description = "" } = resolve(field as Json);
      const inner = depth < DEPTH ? innerOf(field as Json) : undefined;
      return [
        {
          ...{ name, type: typeOf(field as Json), description: String(description) },
          isRequired: (required as string[]).includes(key),
        },
        ...(inner ? describe(inner.object, `${name}${inner.mark}.`, depth + 1) : []),
      ];
    });
  }

  return { describe, typeOf, resolve };
}
