import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Endpoint } from "./connector";
import { endpointSchema } from "./endpoint-fields";
import { fieldAt, type JsonSchema, toJsonSchema } from "./record-fields";
import { connectors } from "./registry";

const all = connectors.flatMap((connector) =>
  connector.endpoints.map((endpoint) => ({ name: `${connector.id} ${endpoint.id}`, connector, endpoint })),
);

const schemaOf = (connectorId: string, endpoint: Pick<Endpoint, "id" | "fields">) => {
  const schema = endpointSchema(connectorId, endpoint);
  if (!schema) throw new Error(`${connectorId} ${endpoint.id} has no schema.`);
  return schema;
};

/** Every schema within one, itself too. */
function* within(schema: JsonSchema): Generator<JsonSchema> {
  yield schema;
  if (schema.items) yield* within(schema.items);
  for (const property of Object.values(schema.properties ?? {})) yield* within(property);
}

it.each(all)("$name: its fields are told, with all that reading and hiding name", ({ connector, endpoint }) => {
  const schema = schemaOf(connector.id, endpoint);
  const { key, personalFields, range } = endpoint.reading;
  for (const path of [key, ...personalFields, ...(range ? [range.field] : [])])
    expect(fieldAt(schema, path.replace(/^!/, "")), path).toBeDefined();
  expect(["text", "either", "integer"]).toContain(fieldAt(schema, key));
  if (range?.unit === "iso") expect(fieldAt(schema, range.field)).toBe("date-time");
});

it("what names a parent is a field of it", () => {
  for (const { connector, endpoint } of all) {
    const { each } = endpoint.reading;
    if (each) expect(fieldAt(schemaOf(connector.id, { id: each.endpoint }), each.field)).toBe("text");
  }
});

it("nothing that goes with a connector to a browser loads them", () => {
  const folder = new URL(".", import.meta.url);
  const loading = readdirSync(folder).filter(
    (name) =>
      name.endsWith(".ts") &&
      /from "\.\/(endpoint-fields|[a-z-]+-schemas)"/.test(readFileSync(new URL(name, folder), "utf8")),
  );
  expect(loading.sort()).toEqual(["endpoint-fields.test.ts", "endpoint-fields.ts"]);
});

it.each([
  ["clari-copilot", "meetings"],
  ["clari", "calls"],
  ["__proto__", "toString"],
  ["clari-copilot", "constructor"],
])("%s %s has none", (connectorId, endpointId) =>
  expect(endpointSchema(connectorId, { id: endpointId })).toBeUndefined(),
);

describe("as JSON Schema", () => {
  it("has an object at the top, and nullable fields of every kind", () => {
    const schema = toJsonSchema({
      a: "text",
      b: ["date-time"],
      c: { d: "either", e: [{ f: "integer" }] },
      g: "boolean",
    });
    expect(schema).toEqual({
      type: "object",
      additionalProperties: true,
      properties: {
        a: { type: ["string", "null"] },
        b: { type: ["array", "null"], items: { type: ["string", "null"], format: "date-time" } },
        c: {
          type: ["object", "null"],
          additionalProperties: true,
          properties: {
            d: { type: ["number", "string", "null"] },
            e: {
              type: ["array", "null"],
              items: {
                type: ["object", "null"],
                additionalProperties: true,
                properties: { f: { type: ["integer", "null"] } },
              },
            },
          },
        },
        g: { type: ["boolean", "null"] },
      },
    });
  });

  it.each(all)("$name: is plain, without references, and takes what the provider may leave out", (one) => {
    const schema = toJsonSchema(schemaOf(one.connector.id, one.endpoint));
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    const [top, ...fields] = within(schema);
    expect(top?.type).toBe("object");
    for (const { type } of fields) expect(type).toContain("null");
  });
});

describe("a path", () => {
  const schema = { a: [{ b: { c: "text" } }], d: ["text"] } as const;
  it.each([
    ["a", schema.a],
    ["a.*", schema.a[0]],
    ["a.*.b.c", "text"],
    ["d.*", "text"],
  ])("%s is found", (path, field) => expect(fieldAt(schema, path)).toEqual(field));
  it.each(["a.b", "a.*.c", "a.*.b.c.d", "d.*.*", "", "toString"])("%j is not", (path) =>
    expect(fieldAt(schema, path)).toBeUndefined(),
  );
});
