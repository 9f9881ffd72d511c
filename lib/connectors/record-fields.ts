/**
 * What a field of a record is, by the provider's documentation. Any may be absent or null, and records may have more.
 * `date-time` is one that RFC 3339 allows; another time is `text`. `either` is a number or a text, where a provider's
 * documentation and its answers differ. A list is written as its entry in brackets.
 */
export type FieldSchema =
  | "text"
  | "integer"
  | "number"
  | "boolean"
  | "date-time"
  | "either"
  | readonly [FieldSchema]
  | ObjectSchema;

export type ObjectSchema = { readonly [field: string]: FieldSchema };

/** JSON Schema, as much of it as records need: draft-07 and later read it alike. */
export type JsonSchema = {
  type: string | readonly string[];
  format?: "date-time";
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: true;
};

const TYPES = { text: "string", integer: "integer", number: "number", boolean: "boolean" } as const;

const isList = (field: FieldSchema): field is readonly [FieldSchema] => Array.isArray(field);

const propertiesOf = (fields: ObjectSchema) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]));

function fieldSchema(field: FieldSchema): JsonSchema {
  if (isList(field)) return { type: ["array", "null"], items: fieldSchema(field[0]) };
  if (typeof field === "object")
    return { type: ["object", "null"], properties: propertiesOf(field), additionalProperties: true };
  if (field === "date-time") return { type: ["string", "null"], format: "date-time" };
  return field === "either" ? { type: ["number", "string", "null"] } : { type: [TYPES[field], "null"] };
}

/** The same as JSON Schema: an object at the top, every field nullable, others allowed, none required. */
export function toJsonSchema(schema: ObjectSchema): JsonSchema {
  return { type: "object", properties: propertiesOf(schema), additionalProperties: true };
}

/** What a path of a record leads to, `*` for each entry of a list. Undefined where the schema has no such field. */
export function fieldAt(schema: ObjectSchema, path: string): FieldSchema | undefined {
  let at: FieldSchema | undefined = schema;
  for (const key of path.split(".")) {
    if (at === undefined || typeof at === "string") return undefined;
    if (isList(at)) at = key === "*" ? at[0] : undefined;
    else at = Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}
